import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { programArguments } from '../../scripts/arguments.mjs';
import { conform, type Conformity } from './conform';
import { pairsIn } from './pairs';
import { readSet } from './read-set';
import { allWithin, groupTally, reportLines } from './report';

const { values: flags, positionals } = programArguments({
  usage: 'npm run conformance -- FOLDER',
  does: 'Computes every figure of every NAME.reference.json in a folder anew from its NAME.csv and compares it.',
  positionals: true,
  numbers: ['drawings'],
  options: {
    drawings: { type: 'string', default: '9999' },
    report: { type: 'string' },
  },
});
const [folder = ''] = positionals;
const budget = { mostDrawings: Number(flags.drawings) };

process.exitCode = run();

function run(): number {
  if (!existsSync(folder)) return refuse(`no folder ${folder}: npm run conformance -- FOLDER`);
  const { names, alone } = pairsIn(folder);
  if (names.length === 0) return refuse(`${folder} holds no NAME.csv with its NAME.reference.json`);
  if (alone.length > 0) return refuse(`${alone.join(', ')}: a reference without its csv`);
  const runs = names.map((name): Conformity => {
    const started = performance.now();
    const done = conform(readSet(folder, name), budget);
    say(`${name}: ${done.outcomes.length} figures in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return done;
  });
  reportLines(runs).forEach(say);
  if (flags.report !== undefined) {
    mkdirSync(dirname(flags.report), { recursive: true });
    writeFileSync(flags.report, JSON.stringify(groupTally(runs)));
  }
  return allWithin(runs) ? 0 : 1;
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
