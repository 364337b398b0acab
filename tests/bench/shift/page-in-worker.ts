import { parentPort, Worker, workerData } from 'node:worker_threads';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import type { BlockKind } from '$lib/analysis/representation/block';
import { shiftsOf } from '$lib/analysis/shifts/shifts-of';
import { CITY_SIZES, cityOf } from '../../calibration/city';
import { flags, print } from './facts';

const KINDS: readonly BlockKind[] = [
  ...new Array<BlockKind>(8).fill('triad'),
  ...new Array<BlockKind>(6).fill('slider'),
  ...new Array<BlockKind>(3).fill('stone'),
  ...new Array<BlockKind>(3).fill('choice'),
];
const SHIFTS = [
  { locality: 3, from: 0, to: 2, share: 0.25 },
  { locality: 5, from: 1, to: 3, share: 0.2 },
];

interface Timing {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly family: number;
  readonly permutations: number;
  readonly flagged: number;
  readonly steps: number;
  readonly longestSilence: number;
}

/** In the worker: a synthetic programme of 7 localities and 20 signifiers, a fifth of it told in hubs; then the page. */
export function pageInWorker(): void {
  const { n, seed } = workerData as { n: number; seed: string }; // as timePage sends it
  const sizes = CITY_SIZES.map((size) => Math.round((size * n) / 1_000));
  const { set, localities, roles } = cityOf(
    { sizes, icc: 0.05, shifts: SHIFTS, hubs: 0.2, kinds: KINDS },
    seededRandom(`bench/${seed}`),
  );
  const started = performance.now();
  const before = process.cpuUsage();
  let [steps, last, longestSilence] = [0, started, 0];
  const heard = (): void => {
    const now = performance.now();
    longestSilence = Math.max(longestSilence, now - last);
    last = now;
    steps += 1;
  };
  const { family, permutations, tests } = shiftsOf(
    set,
    localities,
    roles,
    { seed },
    { step: heard, cancelled: () => false },
  );
  heard();
  const cpu = process.cpuUsage(before);
  parentPort?.postMessage({
    seconds: (performance.now() - started) / 1_000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    family,
    permutations,
    flagged: tests.filter(({ shift }) => shift !== null).length,
    steps,
    longestSilence: longestSilence / 1_000,
  } satisfies Timing);
}

/** `shifts_page_10k_s` and `shifts_page_1m_s`: wall clock of one page in a worker thread, nothing else running in it. */
export async function timePage(program: URL): Promise<void> {
  for (const n of flags.n.split(',').map(Number)) {
    const timing = await new Promise<Timing>((resolve, reject) => {
      const worker = new Worker(program, { workerData: { n, seed: flags.seed }, argv: process.argv.slice(2) });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    const round = (value: number): number => Number(value.toFixed(2));
    const name = n >= 1e6 ? `${n / 1e6}m` : `${n / 1e3}k`;
    print({
      [`shifts_page_${name}_s`]: round(timing.seconds),
      cpu_s: round(timing.cpuSeconds),
      n,
      localities: CITY_SIZES.length,
      signifiers: KINDS.length,
      tests: timing.family,
      permutations_at_most: timing.permutations,
      flagged: timing.flagged,
      progress_steps: timing.steps,
      longest_silence_s: round(timing.longestSilence),
    });
  }
}
