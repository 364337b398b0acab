import type { Counts, Scenario } from './scenario';

/** The cities of one process out of `jobs`: index, index + jobs, index + 2 jobs, ... summed up. */
export function simulate(scenario: Scenario, asked: number, seed: string, job: number, jobs: number): Counts {
  const sums: Record<string, number> = {};
  for (let city = job; city < scenario.cities(asked); city += jobs) add(sums, scenario.city(city, seed));
  return sums;
}

export function add(sums: Record<string, number>, counts: Counts): void {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}
