import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { programArguments } from '../../scripts/arguments.mjs';
import { ENGINES, type Fault } from './fault';
import { FAULTS } from './faults';
import { lazyPostgres } from './parts/lazy-postgres';
import { runFault, survived, type Row } from './run-fault';

const { values: flags } = programArguments({
  usage: 'npm run faults --',
  does: 'Tries faults on real server processes under load. A row for each, and the figures as JSON in the last line.',
  lists: ['only'],
  numbers: ['rounds'],
  choices: { only: FAULTS.map(({ name }) => name), engine: ENGINES },
  options: {
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    engine: { type: 'string' },
    seed: { type: 'string', default: '1' },
    // What `npm test` runs: a few rounds of what is quick and changes nothing outside its own folders.
    short: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
const names = flags.only.split(',').filter(Boolean);
const engines = ENGINES.filter((engine) => flags.engine === undefined || engine === flags.engine);
const chosen = FAULTS.filter(
  ({ name, short }) => (names.length === 0 || names.includes(name)) && (!flags.short || short > 0),
);

if (chosen.length < names.length) {
  say('--short leaves out some of what --only names');
  process.exit(1);
}

process.exitCode = await campaign();

/** One fault after the other; a row each, and the sums as the last line. */
async function campaign(): Promise<number> {
  const postgres = lazyPostgres();
  const rows: Row[] = [];
  let skipped = 0;
  say(line(['fault', 'lines', 'engine', 'rounds', 'acknowledged', 'lost', 'doubled', 'refused', 'seconds', '']));
  // Most of a fault is waiting: both engines at the same time.
  await Promise.all(
    engines.map(async (engine) => {
      for (const fault of chosen.filter((one) => one.engines.includes(engine))) {
        const missing = fault.missing?.() ?? null;
        if (missing !== null) {
          say(line([fault.name, fault.lines.join(' '), engine, 'skipped:', missing]));
          skipped += 1;
          continue;
        }
        const { newDatabase } = postgres;
        const row = await runFault(fault, { engine, rounds: roundsOf(fault), seed: flags.seed, newDatabase });
        rows.push(row);
        show(fault, row);
      }
    }),
  );
  await postgres.stop();
  const failed = rows.filter((row) => !survived(row)).length;
  const total = (key: 'rounds' | 'acknowledged' | 'lost' | 'duplicated' | 'wrongly_refused') =>
    rows.reduce((sum, row) => sum + row[key], 0);
  const figures = {
    rounds: total('rounds'),
    acknowledged: total('acknowledged'),
    lost: total('lost'),
    duplicated: total('duplicated'),
    wrongly_refused: total('wrongly_refused'),
    failed,
    skipped,
    seed: flags.seed,
    engine: engines,
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
  };
  if (flags.report !== undefined) {
    mkdirSync(dirname(flags.report), { recursive: true });
    writeFileSync(flags.report, JSON.stringify({ passed: rows.length - failed, failed, skipped }));
  }
  say(JSON.stringify(figures));
  return failed === 0 ? 0 : 1;
}

function roundsOf({ short, most = Infinity }: Fault): number {
  return flags.short ? short : Math.min(Number(flags.rounds), most);
}

function show(fault: Fault, row: Row): void {
  const { engine, rounds, acknowledged, lost, duplicated, wrongly_refused, seconds } = row;
  const verdict = survived(row) ? 'survived' : 'NOT SURVIVED';
  say(
    line([
      fault.name,
      fault.lines.join(' '),
      engine,
      rounds,
      acknowledged,
      lost,
      duplicated,
      wrongly_refused,
      seconds,
      verdict,
    ]),
  );
  for (const sentence of row.missed) say(`    ${sentence}`);
}

function line(cells: readonly (string | number)[]): string {
  const widths = [26, 12, 9, 9, 13, 5, 8, 8, 8];
  return cells
    .map((cell, at) => String(cell).padEnd(widths[at] ?? 0))
    .join(' ')
    .trimEnd();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
