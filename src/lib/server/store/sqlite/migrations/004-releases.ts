import type { Migration } from '../../migration';

/**
 * What was released to people who see aggregates only, and the ledger of its cells: what may be shown tomorrow depends
 * on everything shown before. Neither is ever changed or removed.
 */
export const releases: Migration = {
  version: 4,
  name: 'releases',
  sql: `
    CREATE TABLE releases (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      quarter TEXT NOT NULL,
      last_serial INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      hash TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (programme_id, quarter)
    ) STRICT;

    CREATE TABLE released_cells (
      programme_id TEXT NOT NULL,
      cell TEXT NOT NULL,
      quarter TEXT NOT NULL,
      stories INTEGER NOT NULL,
      shown INTEGER,
      PRIMARY KEY (programme_id, cell, quarter),
      FOREIGN KEY (programme_id, quarter) REFERENCES releases (programme_id, quarter)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER releases_never_changed BEFORE UPDATE ON releases
      BEGIN SELECT RAISE(ABORT, 'releases are never changed'); END;
    CREATE TRIGGER releases_never_removed BEFORE DELETE ON releases
      BEGIN SELECT RAISE(ABORT, 'releases are never removed'); END;
    CREATE TRIGGER released_cells_never_changed BEFORE UPDATE ON released_cells
      BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
    CREATE TRIGGER released_cells_never_removed BEFORE DELETE ON released_cells
      BEGIN SELECT RAISE(ABORT, 'the ledger is never shortened'); END;
  `,
};
