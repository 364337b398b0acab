import type { Migration } from '../../migration';

/** As in SQLite: what was done when a call for help ended, sealed to the safeguarding role. */
export const answeredNotes: Migration = {
  version: 12,
  name: 'answered-notes',
  sql: `ALTER TABLE help_calls ADD COLUMN answered_note plain;`,
};
