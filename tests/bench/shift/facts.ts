import { cpus, loadavg } from 'node:os';
import { programArguments } from '../../../scripts/arguments.mjs';

export const flags = programArguments({
  usage: 'npm run bench -- shift',
  does: 'How long the shifts take: a whole page in a worker thread, and the energy test beside R.',
  lists: ['n'],
  numbers: ['n'],
  options: { n: { type: 'string', default: '10000,1000000' }, seed: { type: 'string', default: '7' } },
}).values;

/** One figure as a JSON line, with what it was measured on. */
export function print(figures: Readonly<Record<string, unknown>>): void {
  const load = Number((loadavg()[0] ?? 0).toFixed(1));
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, load };
  process.stdout.write(`${JSON.stringify({ bench: 'shift', ...figures, seed: flags.seed, machine })}\n`);
}
