import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timed, type Run } from './timed';

const VERSION = '7.0.1';
const FOLDER = resolve('.cache/peers');
const ENTRY = resolve(FOLDER, 'node_modules/ml-kmeans/lib/index.js');

interface MlKmeans {
  readonly kmeans: (
    points: number[][],
    count: number,
    options: { tolerance: number; seed: number },
  ) => { clusters: number[]; centroids: number[][]; iterations: number };
}

/** ml-kmeans from npm, kept outside the product's dependencies; null where it cannot be had. */
export async function openMlKmeans(): Promise<MlKmeans | null> {
  if (!existsSync(ENTRY)) {
    mkdirSync(FOLDER, { recursive: true });
    const quiet = ['--no-save', '--no-audit', '--no-fund'];
    spawnSync('npm', ['install', '--prefix', FOLDER, ...quiet, `ml-kmeans@${VERSION}`], { stdio: 'ignore' });
  }
  if (!existsSync(ENTRY)) return null;
  return (await import(pathToFileURL(ENTRY).href)) as MlKmeans; // the one function used, as its own types declare it
}

export const ML_KMEANS = `ml-kmeans ${VERSION}`;

/** One run from one k-means++ start, as it has no restarts. The conversion to arrays of numbers is not timed. */
export function fitMlKmeans(
  { kmeans }: MlKmeans,
  points: Float64Array,
  { width, count, moved, seed }: { width: number; count: number; moved: number; seed: number },
): Run {
  const rows = Array.from({ length: points.length / width }, (_, row) =>
    Array.from(points.subarray(row * width, (row + 1) * width)),
  );
  let found: ReturnType<MlKmeans['kmeans']> = { clusters: [], centroids: [], iterations: 0 };
  const run = timed(() => {
    // Its tolerance is the squared move of each centre; ours and scikit-learn's the sum over the centres.
    found = kmeans(rows, count, { tolerance: moved / count, seed });
    return 0;
  });
  let within = 0;
  rows.forEach((row, i) => {
    const centre = found.centroids[found.clusters[i] ?? 0] ?? [];
    row.forEach((value, axis) => (within += (value - (centre[axis] ?? 0)) ** 2));
  });
  return { ...run, within };
}
