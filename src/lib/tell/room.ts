import type { Device } from '../device/device';
import { memoryDevice } from '../device/memory-device';
import { openDevice } from '../device/open-device';
import { askToPersist } from '../device/persistence';
import { loadReceiptList, type ReceiptList } from '../device/receipt-words';
import { AudienceSchema } from '../domain/audience';
import type { PublicCollector } from '../domain/programme/collector';
import { storyId } from '../domain/story/story-id';
import { newDraft } from '../survey/new-draft';
import { startSync } from '../sync/start-sync';
import { withRole } from './people';
import { questionsFor } from './questions';
import type { Beginning, Room, RoomDelegate } from './tell.svelte';
import { Telling } from './telling.svelte';
import TellingPage from './TellingPage.svelte';
import { Thanks } from './thanks.svelte';

/**
 * Everything Tell needs after its first screen: the device's stores, the sync loop, the steps. Loaded apart, so that the
 * first screen can be used before it has arrived.
 */
export async function openRoom(delegate: RoomDelegate): Promise<Room> {
  const opened = await openDevice();
  const device = opened.kind === 'open' ? opened.device : memoryDevice();
  const sync = startSync(device);
  const receiptList = onceGood(() => loadReceiptList());

  return {
    device,
    begin: async (collector, beginning) => {
      void receiptList();
      // Loaded while there is network: it is shown when there may be none.
      void import('./ThanksPage.svelte');
      void askToPersist();
      const questions = await questionsFor(collector, audienceOf(beginning), device.collectors);
      if (questions.kind === 'trouble') return questions;
      const { edition } = questions;
      const draft =
        beginning.kind === 'draft'
          ? beginning.draft
          : withRole(newDraft(newId(), collector, edition), edition, beginning.person.role);
      const telling = new Telling(collector, edition, draft, {
        ways: delegate.ways,
        device,
        receiptList,
        ended: (how, words) => delegate.ended(how, words),
        clock: () => new Date(),
        finished: (id, words) => {
          sync.finished();
          delegate.finished(id, words);
        },
      });
      return { kind: 'telling', telling, view: TellingPage };
    },
    keepQuestions: async (collector) => {
      for (const audience of collector.audiences) await questionsFor(collector, audience, device.collectors);
      await receiptList();
    },
    thanks: async (id, collector, audience, told) => {
      const view = (await import('./ThanksPage.svelte')).default;
      return { thanks: await thanksOf(device, id, collector, audience, told), view };
    },
  };
}

async function thanksOf(
  device: Device,
  id: string,
  collector: PublicCollector,
  as: string | null,
  told: readonly string[] | null,
): Promise<Thanks | null> {
  const receipt = await device.receipts.get(id);
  const kept = receipt.kind === 'kept' ? receipt.value : null;
  if (kept === null && told === null) return null;
  const parsed = AudienceSchema.safeParse(as);
  const audience = parsed.success ? parsed.data : null;
  const questions = audience === null ? null : await questionsFor(collector, audience, device.collectors);
  const edition = questions?.kind === 'questions' ? questions.edition : null;
  return new Thanks(id, { collector, audience, edition, words: told ?? kept?.words ?? null }, device);
}

function audienceOf(beginning: Beginning) {
  return beginning.kind === 'draft' ? beginning.draft.audience : beginning.person.audience;
}

function newId(): string {
  return storyId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** Asked for again only until it was loaded once. */
function onceGood(load: () => Promise<ReceiptList>): () => Promise<ReceiptList> {
  let good: Promise<ReceiptList> | null = null;
  return () => {
    good ??= load().then((list) => {
      if (list.kind !== 'list') good = null;
      return list;
    });
    return good;
  };
}
