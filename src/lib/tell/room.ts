import type { Device } from '../device/device';
import { openDeviceLightly } from '../device/open-device-lightly';
import { isTakenBack } from '../device/taken-back';
import { askToPersist } from '../device/persistence';
import { loadReceiptList, type ReceiptList } from '../device/receipt-words';
import type { PublicCollector } from '../domain/programme/collector';
import { ExchangeResponseSchema } from '../protocol/exchange';
import type { Sync } from '../sync/start-sync';
import { questionsFor } from './questions';
import type { Beginning, NotTaken, Room, RoomDelegate } from './tell.svelte';

/**
 * Everything Tell needs after its first screen: the device's stores, the sync loop, the steps. Loaded apart, so that the
 * first screen can be used before it has arrived.
 */
export async function openRoom(delegate: RoomDelegate): Promise<Room> {
  const opened = await openDeviceLightly();
  const device = opened.kind === 'open' ? opened.device : (await import('../device/memory-device')).memoryDevice();
  const sync = onDemand(device);
  void sync.ifAnythingWaits();
  const receiptList = onceGood(() => loadReceiptList());

  return {
    device,
    read: (answer) => {
      const parsed = ExchangeResponseSchema.safeParse(JSON.parse(answer));
      return parsed.success ? parsed.data : null;
    },
    begin: async (collector, beginning, reading) => {
      void receiptList();
      void askToPersist();
      void sync.started();
      const [questions, steps] = await Promise.all([
        questionsFor(askedBy(collector, beginning), audienceOf(beginning), reading, device.collectors),
        loadSteps(),
        // What the first answer is written with, before it can be given: it must not wait for a part of the program.
        import('../device/whole-parts').catch(() => null),
      ]);
      if (questions.kind === 'trouble') return questions;
      if (steps === null) return { kind: 'trouble', trouble: 'page' };
      // Loaded while there is network: it is shown when there may be none.
      void loadThanks();
      const { edition } = questions;
      const telling = new steps.Telling(
        collector,
        edition,
        steps.draftOf(beginning, collector, edition, reading.noted),
        {
          ways: delegate.ways,
          device,
          receiptList,
          clock: () => new Date(),
          ended: (...end) => delegate.ended(...end),
          takenBack: () => void sync.started().then((started) => started?.finished()),
          finished: (id, words) => {
            void sync.started().then((started) => started?.finished());
            delegate.finished(id, words);
          },
        },
      );
      return { kind: 'telling', telling, view: steps.TellingPage };
    },
    keepQuestions: async (collector, readIn) => {
      for (const audience of collector.audiences) await questionsFor(collector, audience, readIn, device.collectors);
      await receiptList();
    },
    thanks: async (id, collector, readIn, audience, told) => {
      void sync.started();
      const page = await loadThanks();
      if (page === null) return null;
      const receipt = await receiptOf(device, id, told);
      if (receipt === null) return null;
      const send = () => void sync.started().then((started) => started?.finished());
      const thanks = await page.openThanks(device, id, collector, readIn, audience, receipt, send);
      return { thanks, view: page.ThanksPage };
    },
    notTaken: (collector) => notTaken(device, collector.code),
    mine: (collector) => (collector.mode === 'open' ? mineLink(device) : Promise.resolve(null)),
  };
}

async function mineLink(device: Device) {
  const counted = await device.outbox.count();
  if (counted.kind !== 'kept' || Object.values(counted.value).every((n) => n === 0)) return null;
  return (await import('./mine/mine-link').catch(() => null))?.mineLink(device) ?? null;
}

async function notTaken(device: Device, code: string): Promise<NotTaken | null> {
  const counted = await device.outbox.count();
  if (counted.kind !== 'kept' || counted.value.refused === 0) return null;
  const listed = await device.outbox.list();
  if (listed.kind !== 'kept') return null;
  const stories = listed.value.entries.filter(
    ({ collector, state, refusal }) => collector === code && state === 'refused' && !isTakenBack({ state, refusal }),
  );
  const note = stories.length === 0 ? null : await loadNotTakenNote();
  return note === null ? null : { stories, view: note.default };
}

/** `told`: the words of a story told on this page, which a shared device does not keep. */
async function receiptOf(device: Device, id: string, told: readonly string[] | null) {
  const receipt = await device.receipts.get(id);
  const kept = receipt.kind === 'kept' ? receipt.value : null;
  return kept === null && told === null ? null : { words: told ?? kept?.words ?? null, justTold: told !== null };
}

/** The sync loop, loaded when there is or will be something to send: a first visit does without. */
function onDemand(device: Device) {
  let loading: Promise<Sync | null> | null = null;
  const started = (): Promise<Sync | null> => {
    loading ??= import('../sync/start-sync').then(
      ({ startSync }) => startSync(device),
      () => {
        loading = null; // did not arrive; what is in the outbox stays there and leaves at the next occasion
        return null;
      },
    );
    return loading;
  };
  const ifAnythingWaits = async () => {
    const [counted, taken] = await Promise.all([device.outbox.count(), device.withdrawals.waiting()]);
    const nothing = counted.kind === 'kept' && counted.value.waiting + counted.value.sending === 0;
    if (!nothing || taken.kind !== 'kept' || taken.value.length > 0) await started();
  };
  return { started, ifAnythingWaits };
}

/** Null where a part of the program did not arrive; expected without network on a first visit. */
function loadSteps() {
  return import('./steps-room').catch(() => null);
}

function loadNotTakenNote() {
  return import('./NotTakenNote.svelte').catch(() => null);
}

function loadThanks() {
  return import('./thanks-room').catch(() => null);
}

/** A draft is gone on with in the version of the questions it was begun with. */
function askedBy(collector: PublicCollector, beginning: Beginning): PublicCollector {
  return beginning.kind === 'draft' ? { ...collector, framework: beginning.draft.framework } : collector;
}

function audienceOf(beginning: Beginning) {
  return beginning.kind === 'draft' ? beginning.draft.audience : beginning.person.audience;
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
