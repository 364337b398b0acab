import type { Migration } from './migration';

/** How to reach somebody is kept sealed to the safeguarding role; what came before stays as it was, in `contact`. */
export const sealedHelp: Migration = {
  version: 7,
  name: 'sealed-help',
  sql: `ALTER TABLE help_requests ADD COLUMN sealed TEXT;`,
};
