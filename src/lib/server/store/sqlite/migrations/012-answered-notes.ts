import type { Migration } from '../../migration';

/** What was done when a call for help ended, sealed to the safeguarding role. Calls that ended before have none. */
export const answeredNotes: Migration = {
  version: 12,
  name: 'answered-notes',
  sql: `ALTER TABLE help_calls ADD COLUMN answered_note TEXT;`,
};
