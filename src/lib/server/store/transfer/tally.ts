import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../domain/story/content-hash';
import type { Row } from './rows';

/** How many rows, and the sum of their hashes: the same for the same rows in any order. */
export interface Tally {
  readonly rows: number;
  readonly sum: string;
}

const MODULUS = 2n ** 256n;

/** Against mistakes and faults, not against somebody who looks for a collision. */
export class RowTally {
  #rows = 0;
  #sum = 0n;

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const hash = createHash('sha256').update(canonicalJson(row)).digest('hex');
      this.#sum = (this.#sum + BigInt(`0x${hash}`)) % MODULUS;
    }
    this.#rows += rows.length;
  }

  get tally(): Tally {
    return { rows: this.#rows, sum: this.#sum.toString(16) };
  }
}
