import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fitPatterns } from '$lib/analysis/patterns/k-means';
import { overallMean } from '$lib/analysis/patterns/block-means';
import { nearest } from '$lib/analysis/patterns/nearest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { programArguments } from '../../scripts/arguments.mjs';
import { fitMlKmeans, ML_KMEANS, openMlKmeans } from './cluster/ml-kmeans';
import { embeddingOfPoints, PLANTED, plantedPoints, WIDTH } from './cluster/planted-points';
import { pythonWithSklearn, Sklearn } from './cluster/sklearn';
import { median, timed, type Run } from './cluster/timed';

/**
 * How tight and how fast the patterns' k-means is beside scikit-learn and ml-kmeans: the same synthetic points (14
 * coordinates, 8 planted patterns), k and tolerance, turn by turn in one run; one JSON line per figure.
 *
 * Ours is what the product does above 20,000 stories: 20 starts on a seeded sample of 20,000, then two passes over all, on
 * one thread, the preparation of the points included. scikit-learn starts as often on all points at 100,000, and by its
 * default (10 starts) at 1,000,000; ml-kmeans has one start. `--n 100000,1000000 --seed 7 --rounds 3`
 */
const { values: flags } = programArguments({
  usage: 'npm run bench -- cluster',
  does: 'How long clustering takes and how well it fits, beside scikit-learn and ml-kmeans.',
  lists: ['n'],
  numbers: ['n', 'seed', 'rounds'],
  options: {
    n: { type: 'string', default: '100000,1000000' },
    seed: { type: 'string', default: '7' },
    rounds: { type: 'string', default: '3' },
  },
});
const RESTARTS = 20;
const TOLERANCE = 1e-4;
/** scikit-learn's default before 1.4, and ours for the smaller set. */
const sklearnRestarts = (n: number): number => (n > 100_000 ? 10 : RESTARTS);
const count = PLANTED;
const seed = Number(flags.seed);
const rounds = Number(flags.rounds);
const python = pythonWithSklearn();
const mlKmeans = await openMlKmeans();

for (const n of flags.n.split(',').map(Number)) {
  const points = plantedPoints(n, flags.seed);
  const tag = n >= 1_000_000 ? `${n / 1_000_000}m` : `${n / 1_000}k`;
  const ours = (round: number): Run => timed(() => fit(points, { restarts: RESTARTS, seed: seed + round }));
  fit(points.subarray(0, 2_000 * WIDTH), { restarts: 2, seed }); // compiled before anything is timed
  if (python === null)
    print({ n, figure: 'scikit-learn', missing: 'no interpreter with it, and none could be installed' });
  else await beside(python, { n, tag, points, ours });
  if (mlKmeans === null) print({ n, figure: 'ml-kmeans', missing: 'not installed' });
  else {
    const moved = TOLERANCE * varianceOf(points);
    const runs = Array.from({ length: rounds }, (_, round) => ours(round));
    const own = median(runs.map(({ seconds }) => seconds));
    const theirs = fitMlKmeans(mlKmeans, points, { width: WIDTH, count, moved, seed });
    print({
      n,
      figure: `time_vs_mlkmeans_${tag}`,
      value: round(own / theirs.seconds),
      inertia_ratio: round(Math.max(...runs.map(({ within }) => within)) / theirs.within, 6),
      ours: { seconds: round(own), restarts: RESTARTS, threads: 1 },
      peer: { name: ML_KMEANS, seconds: round(theirs.seconds), restarts: 1, threads: 1, same_tolerance: true },
    });
  }
}

interface Beside {
  readonly n: number;
  readonly tag: string;
  readonly points: Float64Array;
  readonly ours: (round: number) => Run;
}

/** Ours, scikit-learn with all threads and with one, and with a single start: in turn, every round. */
async function beside(interpreter: string, { n, tag, points, ours }: Beside): Promise<void> {
  mkdirSync('.cache/bench', { recursive: true });
  const file = resolve('.cache/bench', `points-${n}.f64`);
  writeFileSync(file, points);
  const shape = { width: WIDTH, count };
  const [all, one] = await Promise.all([
    Sklearn.open(interpreter, file, shape, null),
    Sklearn.open(interpreter, file, shape, 1),
  ]);
  const runs: Record<'ours' | 'all' | 'one' | 'single', Run[]> = { ours: [], all: [], one: [], single: [] };
  for (let round = 0; round < rounds; round += 1) {
    runs.ours.push(ours(round));
    runs.all.push(await all.fit(sklearnRestarts(n), TOLERANCE, seed + round));
    runs.one.push(await one.fit(sklearnRestarts(n), TOLERANCE, seed + round));
    runs.single.push(await all.fit(1, TOLERANCE, seed + round));
  }
  all.close();
  one.close();
  rmSync(file);
  const best = Math.min(...runs.all.map(({ within }) => within), ...runs.one.map(({ within }) => within));
  const facts = { tolerance: TOLERANCE, rounds, ours: { restarts: RESTARTS, sample: 20_000, threads: 1 } };
  print({
    n,
    figure: 'inertia_vs_sklearn_best',
    value: round(Math.max(...runs.ours.map(({ within }) => within / best)), 6),
    sklearn_worst_vs_ours_best: round(
      Math.max(...runs.all.map(({ within }) => within)) / Math.min(...runs.ours.map(({ within }) => within)),
      6,
    ),
    ...facts,
  });
  for (const [figure, peer, restarts, threads] of [
    [`time_vs_sklearn_${tag}`, runs.all, sklearnRestarts(n), all.facts['threads']],
    [`time_vs_sklearn_${tag}_one_thread`, runs.one, sklearnRestarts(n), 1],
    [`time_vs_sklearn_${tag}_one_start`, runs.single, 1, all.facts['threads']],
  ] as const) {
    print({
      n,
      figure,
      value: round(median(runs.ours.map((run, i) => run.seconds / (peer[i]?.seconds ?? Number.NaN)))),
      cpu_ratio: round(median(runs.ours.map((run, i) => run.cpuSeconds / (peer[i]?.cpuSeconds ?? Number.NaN)))),
      ours_seconds: round(median(runs.ours.map(({ seconds }) => seconds))),
      peer: {
        name: `scikit-learn ${String(all.facts['version'])}`,
        seconds: round(median(peer.map(({ seconds }) => seconds))),
        restarts,
        threads,
        inertia_vs_best: round(Math.max(...peer.map(({ within }) => within / best)), 6),
      },
      ...facts,
    });
  }
}

function fit(points: Float64Array, { restarts, seed: start }: { restarts: number; seed: number }): number {
  const random = seededRandom(`bench/${start}`);
  return fitPatterns(embeddingOfPoints(points), { count, restarts, random, tolerance: TOLERANCE }).within;
}

/** Mean variance per coordinate: what the tolerance is a share of. */
function varianceOf(points: Float64Array): number {
  const embedding = embeddingOfPoints(points);
  return nearest(embedding, overallMean(embedding)).within / points.length;
}

function round(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}

function print(figures: Readonly<Record<string, unknown>>): void {
  const load = Number((loadavg()[0] ?? 0).toFixed(1));
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, load };
  process.stdout.write(`${JSON.stringify({ bench: 'cluster', ...figures, k: count, dims: WIDTH, seed, machine })}\n`);
}
