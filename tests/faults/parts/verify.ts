import { contentHash } from '$lib/domain/story/content-hash';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Installation } from './installation';
import type { Ledger } from './ledger';

const PAGE = 500;

/** Reads every story of the database anew, hashes it and holds it against the ledger; the audit chain must be whole. */
export async function verify(installation: Installation, ledger: Ledger): Promise<void> {
  await installation.withStore(async (store) => {
    const found = new Map<string, string[]>();
    for (let after = 0; ;) {
      const page = await store.storiesOf(SHEFFIELD_TRIAL.slug, after, PAGE);
      for (const { story, serial } of page) {
        found.set(story.id, [...(found.get(story.id) ?? []), await contentHash(story)]);
        after = serial;
      }
      if (page.length < PAGE) break;
    }
    ledger.compare(found);
    const audit = await store.verifyAudit();
    if (audit.kind !== 'whole') throw new Error(`the audit chain is broken at entry ${audit.entry}`);
  });
}
