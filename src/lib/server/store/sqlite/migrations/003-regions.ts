import type { Migration } from '../../migration';

/**
 * What people make of the patterns: regions they drew and names they gave. Neither is ever changed; a region can be
 * retired, and a database rule keeps everything else as it was drawn, so that nothing can be back-dated.
 */
export const regions: Migration = {
  version: 3,
  name: 'regions',
  sql: `
    CREATE TABLE regions (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      retired_at TEXT,
      retired_by TEXT,
      UNIQUE (programme_id, id)
    ) STRICT;
    CREATE INDEX regions_by_programme ON regions (programme_id, seq);
    CREATE TRIGGER regions_never_changed BEFORE UPDATE OF programme_id, id, body ON regions
      BEGIN SELECT RAISE(ABORT, 'regions are never changed'); END;
    CREATE TRIGGER regions_retired_once BEFORE UPDATE OF retired_at, retired_by ON regions
      WHEN OLD.retired_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a region is retired once'); END;
    CREATE TRIGGER regions_never_removed BEFORE DELETE ON regions
      BEGIN SELECT RAISE(ABORT, 'regions are never removed'); END;

    CREATE TABLE pattern_names (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX pattern_names_by_programme ON pattern_names (programme_id, seq);
  `,
};
