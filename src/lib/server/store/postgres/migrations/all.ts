import type { Migration } from '../../migration';
import { first } from './009-first';
import { erasures } from './011-erasures';

/** In order. A step that SQLite takes has its like here, under the same number. */
export const MIGRATIONS: readonly Migration[] = [first, erasures];
