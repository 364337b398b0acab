import { cleanText } from '../domain/identifiers';
import { canonicalJson, hashOfCanonical } from '../domain/story/content-hash';
import type { Draft, SentHelp } from '../domain/story/draft';
import { finishDraft } from '../domain/story/finish';
import type { PublicKey } from '../domain/story/sealed';
import { receiptKey } from '../domain/story/receipt-key';
import type { Story } from '../domain/story/story';
import { pushItemText } from '../protocol/push-item-text';
import { seal } from '../sealing/seal';
import type { Finishing } from './device';
import type { PreparedStory } from './prepared-story';

export interface Told {
  draft: Draft;
  /** The device's clock. */
  clock: Date;
  /** The four receipt words, drawn by `drawReceipt`. */
  words: readonly string[];
  /** Others use this device: nothing readable may remain once the story has arrived, the words neither. */
  shared: boolean;
  /** To this a way to be reached is sealed; left out where the programme has not told one. */
  helpKey?: PublicKey | undefined;
}

/**
 * Makes a draft ready for the outbox. Hashing waits on the browser's crypto, during which an IndexedDB transaction would
 * commit by itself: so this happens before the transaction, which then checks that the number is still free.
 */
export function finishing(told: Told): Finishing {
  let receiptHash: Promise<string> | null = null;
  return {
    id: told.draft.id,
    words: told.words,
    prepare: async (sequence) => {
      const finished = finishDraft(told.draft, told.clock.toISOString(), sequence);
      if (finished.kind !== 'story') return finished;
      // Slow on purpose: once for all numbers that are tried.
      receiptHash ??= receiptKey(told.words, told.draft.collector);
      return prepared(told, finished.story, await receiptHash);
    },
  };
}

async function prepared(
  { draft, clock, words, shared, helpKey }: Told,
  story: Story,
  receipt: string,
): Promise<PreparedStory> {
  const { id, collector } = story;
  const canonical = canonicalJson(story);
  const hash = await hashOfCanonical(canonical);
  const help = await sentHelp(draft, story, helpKey);
  const json = pushItemText({ id, hash, receipt, help }, canonical);
  const { sequence } = story.device;
  const finishedAt = clock.getTime();
  return {
    kind: 'prepared',
    body: { id, json },
    files: story.media,
    receipt: { id, collector, words: shared ? null : [...words], hash, sequence, finishedAt, audience: story.audience },
    row: {
      id,
      collector,
      sequence,
      state: 'waiting',
      hash,
      bytes: new TextEncoder().encode(json).length,
      shared,
      finishedAt,
      faults: 0,
      refusal: null,
      epoch: null,
      storedAt: null,
      revision: story.revision,
      // The revision that is changed may have been sent.
      offered: story.revision > 1,
    },
  };
}

/**
 * A wish for help as it leaves the device. Without a key (a collector kept from before there were any) the way to be
 * reached goes as it is, over the same line as the story, and is sealed when it arrives: help is not lost for a key.
 */
async function sentHelp({ help }: Draft, story: Story, key: PublicKey | undefined): Promise<SentHelp | null> {
  if (help?.wanted !== true) return null;
  const contact = cleanText(help.contact ?? '').trim();
  if (contact === '') return { wanted: true, contact: null };
  if (key === undefined) return { wanted: true, contact };
  const bond = { programme: story.programme, story: story.id };
  return { wanted: true, contact: null, sealed: await seal(contact, key, bond) };
}
