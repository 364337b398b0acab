/** What one city adds: named numbers that are summed over the cities. */
export type Counts = Readonly<Record<string, number>>;

/** One simulated situation whose truth is known. */
export interface Scenario {
  readonly name: string;
  /** Cities to simulate when `asked` are asked for; simulations that are cheap take more. */
  readonly cities: (asked: number) => number;
  /** One city: deterministic from its index and the seed, so that any number of processes gives the same sum. */
  readonly city: (index: number, seed: string) => Counts;
  /** Lines of the table, figures for the last line, and whether what METHOD 4 asks is met (null: for information). */
  readonly report: (sums: Counts, cities: number) => Report;
}

export interface Report {
  readonly rows: readonly Row[];
  readonly figures: Readonly<Record<string, number>>;
}

export interface Row {
  readonly what: string;
  readonly value: number;
  /** In words; absent for what is only told. */
  readonly asked?: string;
  readonly met?: boolean;
}

export const sumOf = (sums: Counts, name: string): number => sums[name] ?? 0;

/** Binomial standard error of a share. */
export function standardError(share: number, of: number): number {
  return Math.sqrt((share * (1 - share)) / Math.max(1, of));
}
