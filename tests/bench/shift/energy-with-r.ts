import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { BLOCK_STATE } from '$lib/analysis/representation/block';
import { energiesOf } from '$lib/analysis/shifts/effect';
import { ExchangeRun } from '$lib/analysis/shifts/exchange-run';
import { freePlan } from '$lib/analysis/shifts/free-plan';
import { partsOf } from '$lib/analysis/shifts/parts';
import { topicsOf } from '$lib/analysis/shifts/topic';
import { CITY_SIZES, cityOf, type City } from '../../calibration/city';
import { flags, print } from './facts';

const STORIES = 2_000;
const PERMUTATIONS = 1_999;
const LOCALITY = 3;
const ROUNDS = 5;

/** Reads x, y and side; the stories of the locality come first, as eqdist.etest takes groups from their sizes. */
const R_PROGRAM = `
suppressMessages(library(energy))
d <- read.csv(commandArgs(trailingOnly = TRUE)[1])
set.seed(1)
took <- system.time(t <- eqdist.etest(as.matrix(d[, 1:2]), sizes = c(sum(d$here), sum(1 - d$here)), R = ${PERMUTATIONS}))
cat(took[["elapsed"]], t$statistic, t$p.value, as.character(packageVersion("energy")), R.version.string, sep = "\\n")
`;

/**
 * `energy_vs_r`: our time over that of energy::eqdist.etest for one locality against the rest on one triad, 2,000
 * stories, 1,999 free permutations of stories, none stopped early. Turn by turn in one run, the median of each side;
 * R's time is its own count without its start.
 */
export function compareEnergyWithR(): void {
  const sizes = CITY_SIZES.map((size) => (size * STORIES) / 1_000);
  const shifts = [{ locality: LOCALITY, from: 0, to: 2, share: 0.1 }];
  const city = cityOf({ sizes, icc: 0, shifts, kinds: ['triad'] }, seededRandom(`bench/${flags.seed}/energy`));
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-energy-'));
  const file = join(folder, 'answers.csv');
  writeFileSync(file, answersInOrder(city));
  try {
    const rounds = Array.from({ length: ROUNDS }, () => ({ ours: ownTest(city), r: inR(file) }));
    report(rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Timed {
  readonly seconds: number;
  readonly statistic: number;
  readonly p: number;
}

/** From the answers to p: rounding to bins, features, the observed energy from every pair, 1,999 permutations. */
function ownTest({ set, localities }: City): Timed {
  const started = performance.now();
  const facets = topicsOf(set, () => undefined)[0]?.facets ?? [];
  const energy = energiesOf(facets, localities.of, localities.groups.length)[LOCALITY];
  const answered = (story: number): boolean => set.blocks[0]?.state[story] === BLOCK_STATE.answered;
  const plan = freePlan(localities.of, localities.groups.length, LOCALITY, answered);
  const parts = facets.flatMap((facet) => partsOf(plan, facet, null));
  const rule = { permutations: PERMUTATIONS, stopAfter: PERMUTATIONS + 1 };
  const run = new ExchangeRun(plan, [parts], rule, seededRandom('bench/energy'));
  run.advanceTo(PERMUTATIONS);
  const seconds = (performance.now() - started) / 1_000;
  return { seconds, statistic: energy?.statistic ?? NaN, p: run.tallies[0]?.p ?? NaN };
}

function inR(file: string): (Timed & { readonly versions: string }) | null {
  const { status, stdout } = spawnSync('Rscript', ['--vanilla', '-e', R_PROGRAM, file], { encoding: 'utf8' });
  if (status !== 0) return null;
  const [seconds = '', statistic = '', p = '', energy = '', r = ''] = stdout.trim().split('\n');
  return { seconds: Number(seconds), statistic: Number(statistic), p: Number(p), versions: `${r}, energy ${energy}` };
}

function answersInOrder({ set, localities }: City): string {
  const [block] = set.blocks;
  const rows = Array.from(localities.of, (locality, story) => ({ here: +(locality === LOCALITY), story }));
  const lines = rows
    .filter(({ story }) => block?.state[story] === BLOCK_STATE.answered)
    .sort((p, q) => q.here - p.here)
    .map(({ here, story }) => [block?.coordinates[2 * story], block?.coordinates[2 * story + 1], here].join());
  return ['x,y,here', ...lines].join('\n');
}

function report(rounds: readonly { ours: Timed; r: (Timed & { versions: string }) | null }[]): void {
  const median = (values: readonly number[]): number =>
    [...values].sort((p, q) => p - q)[Math.floor(values.length / 2)] ?? NaN;
  const ours = median(rounds.map((round) => round.ours.seconds));
  const theirs = rounds.flatMap(({ r }) => (r === null ? [] : [r]));
  const [first] = theirs;
  const common = { n: STORIES, permutations: PERMUTATIONS, rounds: rounds.length, ours_s: Number(ours.toFixed(4)) };
  if (!first) {
    print({ energy_vs_r: null, ...common, why: "no R with the package energy here (Debian's r-cran-energy)" });
    return;
  }
  const r = median(theirs.map(({ seconds }) => seconds));
  print({
    energy_vs_r: Number((ours / r).toFixed(5)),
    ...common,
    r_s: r,
    statistic: [rounds[0]?.ours.statistic, first.statistic],
    p: [rounds[0]?.ours.p, first.p],
    versions: first.versions,
  });
}
