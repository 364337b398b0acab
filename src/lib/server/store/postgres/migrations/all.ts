import type { Migration } from '../../migration';
import { first } from './009-first';
import { contentKeys } from './010-content-keys';
import { erasures } from './011-erasures';
import { answeredNotes } from './012-answered-notes';

/** In order. A step that SQLite takes has its like here, under the same number. */
export const MIGRATIONS: readonly Migration[] = [first, contentKeys, erasures, answeredNotes];
