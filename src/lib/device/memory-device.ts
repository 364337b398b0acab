import type { Edition } from '../domain/framework/edition';
import type { Draft } from '../domain/story/draft';
import { editionKey } from './collectors';
import type { Device, Finish, Finishing, KnownCollector, OutboxEntry, OwnStory, Sendable } from './device';
import { isFinished } from './drafts';
import { kept } from './kept';
import { memoryMedia } from './memory-media';
import { leftOf } from './meta';
import { entryOf, isNewer, sameMoment } from './outbox';
import { ownStory } from './own-story';
import type { OutboxRow, OutboxState, OwnRow, ReceiptRow, WithdrawalRow } from './rows';
import { BODY_MISSING, isOld, leavesNothing, settled } from './settle';
import { isTakenBack } from './taken-back';
import { byReceipt, isFor, mayHaveLeft, newestFirst as bySequence, receiptIn } from './withdrawals';
import { waitingOf } from './withdrawals-waiting';

/**
 * A device that keeps nothing once the page is closed, for browsers without usable storage. Finished stories can still
 * be sent while the page is open; screens say so (`keeps: 'until_closed'`).
 */
export function memoryDevice(makeId: () => string = () => crypto.randomUUID()): Device {
  const drafts = new Map<string, Draft>();
  const outbox = new Map<string, OutboxRow>();
  const bodies = new Map<string, string>();
  const receipts = new Map<string, ReceiptRow>();
  const own = new Map<string, OwnRow>();
  const withdrawals = new Map<string, WithdrawalRow>();
  const collectors = new Map<string, KnownCollector>();
  const editions = new Map<string, Edition>();
  const watchers = new Set<() => void>();
  const id = makeId();
  let sequence = 0;
  const quiet = new Map<string, { from: number; until: number }>();

  const changed = () => watchers.forEach((tell) => tell());
  const rows = () => [...outbox.values()].sort((a, b) => a.sequence - b.sequence);
  const put = (row: OutboxRow) => outbox.set(row.id, row);
  const count = () => {
    const counts: Record<OutboxState, number> = { waiting: 0, sending: 0, stored: 0, refused: 0 };
    for (const row of outbox.values()) counts[row.state] += 1;
    return counts;
  };
  const watch = (tell: () => void) => {
    watchers.add(tell);
    tell();
    return () => void watchers.delete(tell);
  };
  const told = (storyId: string) => {
    const change = drafts.get(storyId);
    const there = outbox.get(storyId);
    return withdrawals.has(storyId) || (change === undefined ? there !== undefined : isFinished(change, there));
  };
  const files = memoryMedia(told, watch, changed);
  const newestFirst = <T>(map: Map<string, T>) => [...map.values()].reverse();

  async function add(finishing: Finishing): Promise<Finish> {
    const known = () => {
      files.discard(finishing.id);
      const words = receipts.get(finishing.id)?.words ?? null;
      return { kind: 'already_finished' as const, id: finishing.id, words };
    };
    for (;;) {
      const next = sequence + 1;
      const prepared = await finishing.prepare(next);
      if (prepared.kind !== 'prepared') return prepared;
      if (withdrawals.has(finishing.id)) {
        drafts.delete(finishing.id);
        files.discard(finishing.id);
        return { kind: 'taken_back' };
      }
      const before = outbox.get(finishing.id);
      if (before !== undefined && !isNewer(prepared.row, before)) return known();
      if (sequence !== next - 1) continue;
      sequence = next;
      put(prepared.row);
      bodies.set(prepared.body.id, prepared.body.json);
      receipts.set(prepared.receipt.id, sameMoment(prepared.receipt, receipts.get(prepared.receipt.id) ?? null));
      files.finish(prepared);
      drafts.delete(prepared.row.id);
      const wish = own.get(prepared.row.id);
      if (wish !== undefined && wish.item !== null) own.set(wish.id, { ...wish, item: prepared.body.json });
      changed();
      return { kind: 'finished', id: prepared.row.id, words: finishing.words };
    }
  }

  function takeBack(storyId: string, receipt: string | null): 'queued' | 'deleted' | 'no_receipt' {
    if (withdrawals.has(storyId)) return 'queued';
    const row = outbox.get(storyId) ?? null;
    const known = receipts.get(storyId);
    const envelope = row ?? known;
    const left = row === null || mayHaveLeft(row);
    const key = receipt ?? receiptIn(bodies.get(storyId));
    if (envelope === undefined || (left && key === null)) return 'no_receipt';
    const { collector, sequence: told } = envelope;
    const { finishedAt } = known ?? envelope;
    const shown = ownOf(known)?.shown ?? false;
    forget(storyId);
    const state = left ? 'waiting' : 'done';
    const taken = { collector, state, receipt: left ? key : null, sequence: told, finishedAt, shown } as const;
    withdrawals.set(storyId, { id: storyId, ...taken });
    return left ? 'queued' : 'deleted';
  }

  function take(code: string, limits: { after: number; stories: number; bytes: number; faulty: boolean }): Sendable[] {
    const taken: Sendable[] = [];
    let bytes = 0;
    const waiting = rows().filter(
      (row) =>
        row.state === 'waiting' &&
        row.collector === code &&
        row.sequence > limits.after &&
        row.faults > 0 === limits.faulty,
    );
    for (const row of waiting.slice(0, limits.stories)) {
      if (taken.length > 0 && bytes + row.bytes > limits.bytes) break;
      const json = bodies.get(row.id);
      if (json === undefined) {
        put({ ...row, state: 'refused', refusal: BODY_MISSING });
        continue;
      }
      put({ ...row, state: 'sending', offered: true });
      taken.push({ id: row.id, sequence: row.sequence, hash: row.hash, bytes: row.bytes, json });
      bytes += row.bytes + 1;
    }
    changed();
    return taken;
  }

  function forget(storyId: string): void {
    for (const map of [receipts, outbox, bodies, own, drafts]) map.delete(storyId);
    files.forget(storyId);
    changed();
  }
  const ownOf = (receipt: ReceiptRow | undefined): OwnStory | null =>
    receipt === undefined || receipt.words === null
      ? null
      : ownStory(receipt, outbox.get(receipt.id) ?? null, own.get(receipt.id) ?? null, files.progress(receipt.id));
  const wish = (storyId: string, changes: Partial<OwnRow>) =>
    void own.set(storyId, { shown: null, item: null, ...own.get(storyId), ...changes, id: storyId });

  const bodyOf = (storyId: string) => {
    const told = (receipts.get(storyId)?.words ?? null) !== null && outbox.get(storyId)?.shared !== true;
    return told ? (bodies.get(storyId) ?? null) : null;
  };

  const done = <T>(value: T) => Promise.resolve(kept(value));
  return {
    keeps: 'until_closed',
    close: () => watchers.clear(),
    drafts: {
      save: (draft) => {
        if (withdrawals.has(draft.id)) return done('already_finished' as const);
        if (isFinished(draft, outbox.get(draft.id))) return done('already_finished' as const);
        drafts.delete(draft.id);
        drafts.set(draft.id, structuredClone(draft));
        return done('saved' as const);
      },
      resume: (draftId) => done(drafts.get(draftId) ?? null),
      listFor: (code) =>
        done({ drafts: newestFirst(drafts).filter((draft) => draft.collector === code), unreadable: 0 }),
      discard: (draftId) => {
        drafts.delete(draftId);
        files.discard(draftId);
        return done(undefined);
      },
    },
    outbox: {
      add,
      list: () => done({ entries: rows().reverse().map(entryOf), unreadable: 0 }),
      count: () => done(count()),
      watch: (storyId, listener: (entry: OutboxEntry | null) => void) =>
        watch(() => {
          const row = outbox.get(storyId);
          listener(row === undefined ? null : entryOf(row));
        }),
      watchCount: (listener) => watch(() => listener(count())),
      tryAgain: (storyId) => {
        const row = outbox.get(storyId);
        if (row?.state === 'refused') put({ ...row, state: 'waiting', refusal: null });
        changed();
        return done(undefined);
      },
      beginPass: () => {
        for (const row of rows()) if (row.state === 'sending') put({ ...row, state: 'waiting' });
        const waiting = rows().filter((row) => row.state === 'waiting');
        return done([...new Set(waiting.map((row) => row.collector))].sort());
      },
      take: (code, limits) => done(take(code, limits)),
      stillSending: (stories) =>
        done(
          stories.every(({ id, hash }) => {
            const row = outbox.get(id);
            return row?.state === 'sending' && row.hash === hash;
          }),
        ),
      settle: (settlements) => {
        for (const settlement of settlements) {
          const row = outbox.get(settlement.id);
          if (row === undefined) continue;
          const next = settled(row, settlement);
          put(next.row);
          if (next.dropBody) bodies.delete(row.id);
          if (isTakenBack(next.row)) files.forget(row.id);
        }
        changed();
        return done(undefined);
      },
      offerAgain: (epoch) => {
        const held = rows().filter((row) => row.state === 'stored' && row.epoch !== null && row.epoch !== epoch);
        for (const row of held) put({ ...row, state: 'waiting', epoch: null, storedAt: null });
        changed();
        return done(held.length);
      },
      dropOldBodies: (serverTime) => {
        const old = rows().filter((row) => row.epoch !== null && isOld(row, serverTime));
        for (const row of old) {
          put({ ...row, epoch: null });
          bodies.delete(row.id);
        }
        return done(old.length);
      },
    },
    media: files.media,
    mediaQueue: files.queue,
    receipts: {
      list: () => done({ receipts: newestFirst(receipts), unreadable: 0 }),
      get: (storyId) => done(receipts.get(storyId) ?? null),
      forget: (storyId) => {
        const row = outbox.get(storyId);
        const takenBack = row !== undefined && isTakenBack(row);
        if (row !== undefined && !takenBack && row.state !== 'stored') return done('not_arrived' as const);
        if (!takenBack && !files.arrived(storyId)) return done('not_arrived' as const);
        forget(storyId);
        return done('forgotten' as const);
      },
    },
    own: {
      list: () => done(newestFirst(receipts).flatMap((receipt) => ownOf(receipt) ?? [])),
      show: (storyId, shown) => done(wish(storyId, { shown })),
      keepWords: (storyId) => {
        const item = bodyOf(storyId);
        if (item === null) return done('gone' as const);
        wish(storyId, { item });
        return done('kept' as const);
      },
      dropWords: (storyId) => {
        wish(storyId, { item: null });
        drafts.delete(storyId);
        files.discard(storyId);
        const row = outbox.get(storyId);
        if (row !== undefined) put(leavesNothing(row));
        if (row?.state === 'stored') bodies.delete(storyId);
        files.leaveNothing(storyId);
        changed();
        return done(undefined);
      },
      words: (storyId) => done(own.get(storyId)?.item ?? null),
      told: (storyId) => done(own.get(storyId)?.item ?? bodyOf(storyId)),
    },
    withdrawals: {
      takeBack: (storyId, receipt) => done(takeBack(storyId, receipt)),
      takeBackByReceipt: (rowId, asked) => {
        const here = [...bodies].find(
          ([id, json]) => receiptIn(json) === asked.receipt && outbox.get(id)?.collector === asked.collector,
        );
        const known = [...withdrawals.values()].some((row) => isFor(row, asked));
        if (here !== undefined) takeBack(here[0], asked.receipt);
        else if (!known) withdrawals.set(rowId, byReceipt(rowId, asked));
        return done(undefined);
      },
      waiting: () => done(waitingOf([...withdrawals.values()])),
      done: (storyId) => {
        const row = withdrawals.get(storyId);
        if (row !== undefined) withdrawals.set(storyId, { ...row, state: 'done', receipt: null });
        return done(undefined);
      },
      list: () => done(bySequence([...withdrawals.values()])),
      forget: (storyId) => {
        const row = withdrawals.get(storyId);
        if (row !== undefined) withdrawals.set(storyId, { ...row, shown: false });
        return done(undefined);
      },
    },
    collectors: {
      keep: (collector, token) => {
        collectors.delete(collector.code);
        collectors.set(collector.code, { collector, token });
        return done(undefined);
      },
      get: (code) => done(collectors.get(code) ?? null),
      list: () => done(newestFirst(collectors).map(({ collector }) => collector)),
      forgetToken: (code, token) => {
        const known = collectors.get(code);
        if (known?.token === token) collectors.set(code, { ...known, token: null });
        return done(undefined);
      },
      keepEdition: (edition, locale) => done(void editions.set(editionKey(edition, edition.audience, locale), edition)),
      edition: (framework, audience, locale) => done(editions.get(editionKey(framework, audience, locale)) ?? null),
    },
    meta: {
      deviceId: () => done(id),
      quietFor: (now, what = 'stories') => done(leftOf(quiet.get(what) ?? null, now)),
      keepQuiet: (now, milliseconds, what = 'stories') => {
        quiet.set(what, { from: now, until: now + milliseconds });
        return done(undefined);
      },
      takeLease: () => done(true), // nobody else sees this memory
      releaseLease: () => done(undefined),
    },
  };
}
