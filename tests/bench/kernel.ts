import content from '$lib/domain/framework/content/sheffield-send.json';
import type { Clause } from '$lib/columns/clause';
import { createKernel } from '$lib/columns/create-kernel';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import type { Kernel, View } from '$lib/columns/kernel';
import type { Column, Snapshot } from '$lib/columns/snapshot';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { seededRandom, type Random } from '$lib/server/operations/demo/random';
import { syntheticStories } from '$lib/server/operations/demo/synthetic-stories';
import { programArguments } from '../../scripts/arguments.mjs';
import { machine, printLine, quantile } from './parts/figures';

/** How long the kernel takes per brush step, one JSON line per figure. Rows beyond BASE are drawn again from the first. */
const BASE = 10_000;
const MOVES = 60;
const { values: flags } = programArguments({
  usage: 'npm run bench -- kernel',
  does: 'How long the kernel takes for each step of a brush.',
  lists: ['n'],
  numbers: ['n'],
  options: { n: { type: 'string', default: '10000,100000,1000000' }, seed: { type: 'string', default: '7' } },
});
const random = seededRandom(`bench/${flags.seed}`);
const base = baseSnapshot(flags.seed);

for (const n of flags.n.split(',').map(Number)) {
  const snapshot = drawn(base, n, random);
  let kernel = createKernel(snapshot);
  const first = timed(() => {
    kernel = createKernel(snapshot);
    kernel.select([]);
  });
  print(n, 'first answer, every view', kernel.views.length, [first]);
  const ten = kernel.views.filter(({ dimension }) => /^(triad|dyad)\./.test(dimension)).slice(0, 10);
  for (const [name, views] of [
    ['every view', kernel.views],
    ['10 views', ten],
  ] as const) {
    print(n, `slider brush, ${name}`, views.length, moves(kernel, views, sliderBrush));
    print(n, `triad lasso, ${name}`, views.length, moves(kernel, views, lasso));
  }
}

function moves(kernel: Kernel, views: readonly View[], clauseAt: (step: number) => Clause): Time[] {
  const standing: Clause[] = [
    { kind: 'options', source: '_audience', dimension: '_audience', options: ['child', 'youth', 'family'] },
    {
      kind: 'range',
      source: 'dyad.push',
      dimension: 'dyad.push',
      from: 0,
      to: 0.7,
      states: ['not_applicable', 'unanswered', 'not_asked'],
    },
  ];
  kernel.select(standing, views);
  return Array.from({ length: MOVES }, (_, step) => {
    return timed(() => kernel.select([...standing, clauseAt(step)], views));
  });
}

/** Wall clock, and processor time: what the clock would show on a machine with nothing else to do. */
interface Time {
  readonly wall: number;
  readonly cpu: number;
}

function timed(work: () => void): Time {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, cpu: (user + system) / 1000 };
}

function sliderBrush(step: number): Clause {
  const from = (step % 80) / 100;
  return { kind: 'range', source: 'dyad.alone', dimension: 'dyad.alone', from, to: from + 0.2 };
}

function lasso(step: number): Clause {
  const points = Array.from({ length: 40 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / 40;
    return [0.2 + 0.01 * step + 0.15 * Math.cos(angle), 0.3 + 0.15 * Math.sin(angle)];
  });
  return { kind: 'polygon', source: 'triad.right', dimension: 'triad.right', points };
}

function baseSnapshot(seed: string): Snapshot {
  const framework = FrameworkSchema.parse(content);
  const collectors = { session: 'ABCDEF', open: 'GHJKMN' };
  const told = syntheticStories({ framework, programme: SHEFFIELD_TRIAL, collectors, stories: BASE, seed });
  const rows = Array.from(told, ({ story, receivedAt, reading }, serial) => ({
    serial,
    story,
    monthReceived: (receivedAt.getUTCFullYear() - 1970) * 12 + receivedAt.getUTCMonth(),
    readable: reading === 'clear' ? (2 as const) : (0 as const),
    cluster: story.session ?? '',
  }));
  return decodeSnapshot(encodeSnapshot(SHEFFIELD_TRIAL, framework, rows));
}

/** n rows drawn from a snapshot, column by column. */
function drawn(from: Snapshot, n: number, random: Random): Snapshot {
  if (n === from.rows) return from;
  const rows = Uint32Array.from({ length: n }, () => random.whole(0, from.rows - 1));
  const draw = <T extends Column>(column: T): T => {
    const copy = new (column.constructor as new (length: number) => T)(n); // a typed array of the same kind
    for (let i = 0; i < n; i += 1) copy[i] = column[rows[i] ?? 0] ?? 0;
    return copy;
  };
  return {
    head: { ...from.head, rows: n },
    rows: n,
    serial: draw(from.serial),
    month: draw(from.month),
    readable: draw(from.readable),
    cluster: draw(from.cluster),
    columns: new Map([...from.columns].map(([name, column]) => [name, draw(column)])),
  };
}

function print(n: number, figure: string, views: number, times: readonly Time[]): void {
  const at = (share: number, of: (time: Time) => number): number => quantile(times.map(of), share);
  const figures = {
    median_ms: at(0.5, (time) => time.wall),
    p95_ms: at(0.95, (time) => time.wall),
    cpu_median_ms: at(0.5, (time) => time.cpu),
    cpu_p95_ms: at(0.95, (time) => time.cpu),
  };
  printLine({
    bench: 'kernel',
    figure,
    n,
    views,
    moves: times.length,
    ...figures,
    seed: flags.seed,
    machine: machine(),
  });
}
