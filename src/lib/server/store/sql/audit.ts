import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonicalJson } from '../../../domain/story/content-hash';
import { storedMoment } from '../damaged';
import type { AuditEntry, Store } from '../port';
import { holdAudit } from './hold';
import type { Tables } from './tables';

/** What the first entry is chained to. */
const GENESIS = '0'.repeat(64);
const PAGE = 1000;

/**
 * Each entry holds the hash of the one before it: an entry changed or taken out later breaks the chain from there on,
 * even where somebody got round the triggers.
 */
export function auditIn(db: Kysely<Tables>): Pick<Store, 'appendAudit' | 'auditOf' | 'verifyAudit'> {
  return {
    appendAudit: (entry) => db.transaction().execute((tx) => chainAudit(tx, entry)),
    async auditOf(programme, limit) {
      const all = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit);
      const rows = await (programme === null ? all : all.where('programme_id', '=', programme)).execute();
      return rows.map(entryOf);
    },
    async verifyAudit() {
      let previous = GENESIS;
      let entries = 0;
      let after = 0;
      for (;;) {
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(PAGE)
          .execute();
        for (const row of rows) {
          if (row.previous !== previous || row.hash !== hashOf(row)) return { kind: 'broken', entry: entries + 1 };
          previous = row.hash;
          after = row.seq;
          entries += 1;
        }
        if (rows.length < PAGE) return { kind: 'whole', entries };
      }
    },
  };
}

/** Appends within a transaction that also makes the change: neither is there without the other. */
export async function chainAudit(tx: Kysely<Tables>, entry: AuditEntry): Promise<void> {
  await holdAudit(tx);
  const last = await tx.selectFrom('audit').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const previous = last?.hash ?? GENESIS;
  const { programme, actor, action, subject } = entry;
  const row = { programme_id: programme, at: entry.at.toISOString(), actor, action, subject, previous };
  await tx
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row) })
    .execute();
}

interface Chained {
  readonly programme_id: string | null;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
  readonly previous: string;
}

function hashOf({ programme_id, at, actor, action, subject, previous }: Chained): string {
  return createHash('sha256')
    .update(canonicalJson({ programme_id, at, actor, action, subject, previous }))
    .digest('hex');
}

function entryOf(row: Chained): AuditEntry {
  const { programme_id: programme, at, actor, action, subject } = row;
  return { at: storedMoment('audit', at), actor, action, programme, subject };
}
