import { first } from './001-first';
import type { Migration } from './migration';

/** In order. A new step is a new file and a line here. */
export const MIGRATIONS: readonly Migration[] = [first];
