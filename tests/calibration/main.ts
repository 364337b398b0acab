import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { programArguments } from '../../scripts/arguments.mjs';
import type { Counts, Row } from './scenario';
import { SCENARIOS } from './scenarios';
import { add, simulate } from './simulate';

const { values: flags } = programArguments({
  usage: 'npm run calibrate --',
  does: 'What the analysis finds in simulated cities whose truth is known. A table, and its figures as JSON in the last line.',
  numbers: ['cities', 'jobs'],
  choices: { only: SCENARIOS.map(({ name }) => name) },
  lists: ['only'],
  own: ['job'],
  options: {
    cities: { type: 'string', default: '200' },
    jobs: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    // For the processes that this one starts.
    job: { type: 'string' },
  },
});
const [cities, jobs] = [Number(flags.cities), Number(flags.jobs)];
const names = flags.only.split(',').filter(Boolean);
const chosen = SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name));

if (flags.job === undefined) await calibrate();
else for (const scenario of chosen) process.send?.(simulate(scenario, cities, flags.seed, Number(flags.job), jobs));

/** One scenario after the other, its cities shared out over the jobs; a table, and the figures as the last line. */
async function calibrate(): Promise<void> {
  let met = true;
  const figures: Record<string, number> = {};
  for (const scenario of chosen) {
    const started = performance.now();
    const sums: Record<string, number> = {};
    const parts = await Promise.all(Array.from({ length: jobs }, (_, job) => inProcess(scenario.name, job)));
    for (const part of parts) add(sums, part);
    const simulated = scenario.cities(cities);
    const report = scenario.report(sums, simulated);
    // At once: a long campaign may be ended before its last scenario.
    for (const row of report.rows) print(row, simulated);
    met &&= report.rows.every((row) => row.met !== false);
    Object.assign(figures, report.figures);
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    process.stderr.write(`${scenario.name}: ${simulated} cities in ${minutes} minutes\n`);
  }
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  process.stdout.write(`${JSON.stringify({ calibration: figures, cities, seed: flags.seed, jobs, machine })}\n`);
  process.exitCode = met ? 0 : 1;
}

function print({ what, value, asked, met }: Row, simulated: number): void {
  const verdict = asked === undefined ? '' : `${asked}: ${met ? 'met' : 'NOT MET'}`;
  process.stdout.write(`${what.padEnd(68)} ${value.toFixed(3)}  n ${String(simulated).padEnd(5)} ${verdict}\n`);
}

function inProcess(only: string, job: number): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const args = ['--only', only, '--cities', flags.cities, '--jobs', flags.jobs, '--seed', flags.seed];
    const child = fork(process.argv[1] ?? '', [...args, '--job', String(job)]);
    let counts: Counts | null = null;
    child.once('message', (sums) => (counts = sums as Counts)); // sent by simulate
    child.once('error', reject);
    child.once('exit', (code) => {
      if (counts !== null) resolve(counts);
      else reject(new Error(`${only}: a process ended with ${code} and no figures`));
    });
  });
}
