import { cpus, loadavg } from 'node:os';

/** Facts without which a time says nothing. */
export function machine(): object {
  const load = Number((loadavg()[0] ?? 0).toFixed(1));
  return { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, load };
}

/** The value below which this share of the sorted times lies, to 1/100. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((p, q) => p - q);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
}

export function printLine(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
