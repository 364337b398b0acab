import { largest } from './simplex';

/** What is looked at: variables by number, each with a factor. */
export type Terms = ReadonlyMap<number, number>;

export const sumOf = (variables: Iterable<number>): Terms => new Map([...variables].map((variable) => [variable, 1]));

/** What an attacker has put together about unknown counts, and what follows from all of it. */
export class Knowledge {
  private readonly rows: number[][] = [];
  private readonly limits: number[] = [];

  /** @param unknowns how many counts there are, each 0 or more */
  constructor(private readonly unknowns: number) {}

  learn(terms: Terms, low: number, high: number): void {
    const row = this.row(terms);
    if (high < Infinity) this.add(row, high);
    if (low > -Infinity)
      this.add(
        row.map((value) => -value),
        -low,
      );
  }

  /** The least and the most that a sum can be, in whole numbers. */
  range(terms: Terms): { low: number; high: number } {
    const row = this.row(terms);
    const high = largest(this.rows, this.limits, row);
    const low = -largest(
      this.rows,
      this.limits,
      row.map((value) => -value),
    );
    if (Number.isNaN(high) || Number.isNaN(low)) throw new Error('what was told contradicts itself');
    return { low: Math.ceil(low - 1e-6), high: Math.floor(high + 1e-6) };
  }

  private row(terms: Terms): number[] {
    return Array.from({ length: this.unknowns }, (_, variable) => terms.get(variable) ?? 0);
  }

  private add(row: number[], limit: number): void {
    this.rows.push(row);
    this.limits.push(limit);
  }
}
