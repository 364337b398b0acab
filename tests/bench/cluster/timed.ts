/** What a run gave and how long it took. Wall clock decides; processor time says what other work on the machine cost it. */
export interface Run {
  readonly within: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

export function timed(work: () => number): Run {
  const before = process.cpuUsage();
  const started = performance.now();
  const within = work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { within, seconds, cpuSeconds: (user + system) / 1e6 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((p, q) => p - q);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
