import { storeFailureOf } from '../store/failure';

/** A backup that is not whole or not what it says; ends a restore from wherever it is noticed. */
export class Damaged extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Damaged';
  }
}

/** A full disk and the like say nothing about the backup. */
export function isOfThisMachine(error: unknown): boolean {
  return storeFailureOf(error) !== null || (error instanceof Error && 'syscall' in error);
}
