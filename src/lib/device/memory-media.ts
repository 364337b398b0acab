import { kept } from './kept';
import { joined, madeRow, ownBuffer, refOf, sendable } from './made-file';
import type { MediaStore } from './media';
import type { FileName, FileProgress, MediaQueue } from './media-queue';
import type { FileRow, PartRow } from './media-rows';
import type { PreparedStory } from './prepared-story';
import { leavesNothing } from './settle';
import {
  FILE_MISSING,
  filesOnFinish,
  holdsBytes,
  inSendingOrder,
  isOldFile,
  offeredAgain,
  progressOf,
  settledFile,
} from './settle-file';

/** Files kept until the page is closed. Nothing is orphaned here: whatever ends a draft in memory goes through these. */
export interface MemoryMedia {
  readonly media: MediaStore;
  readonly queue: MediaQueue;
  finish(prepared: PreparedStory): void;
  discard(draft: string): void;
  progress(story: string): FileProgress;
  /** False while one of the story's files has not arrived. */
  arrived(story: string): boolean;
  /** What has arrived goes, the rest as soon as it has. */
  leaveNothing(story: string): void;
  /** Removes every file of a story, sent or not. */
  forget(story: string): void;
}

/** @param told whether a file for the draft comes too late (`isTold`) */
export function memoryMedia(
  told: (id: string) => boolean,
  watch: (tell: () => void) => () => void,
  changed: () => void,
): MemoryMedia {
  const files = new Map<string, FileRow>();
  const bytes = new Map<string, ArrayBuffer>();
  const parts = new Map<string, PartRow>();

  const keyOf = ({ story, sha256 }: FileName) => `${story}/${sha256}`;
  const put = (row: FileRow) => files.set(keyOf(row), row);
  const rows = () => [...files.values()];
  const filesOf = (story: string) => rows().filter((row) => row.story === story);
  const stillHere = () => rows().filter((row) => row.state === 'stored' && row.epoch !== null);
  const dropUnusedBytes = (sha256: string) => {
    if (!rows().some((row) => row.sha256 === sha256 && holdsBytes(row))) bytes.delete(sha256);
  };
  const remove = (gone: readonly FileRow[]) => {
    for (const row of gone) files.delete(keyOf(row));
    for (const row of gone) dropUnusedBytes(row.sha256);
  };
  const partsOf = (draft: string) => [...parts.values()].filter((part) => part.draft === draft);
  const removeParts = (draft: string) => {
    for (const { index } of partsOf(draft)) parts.delete(`${draft}/${index}`);
  };
  const done = <T>(value: T) => Promise.resolve(kept(value));
  const change = <T>(value: T) => {
    changed();
    return done(value);
  };

  return {
    finish: (prepared) => {
      const { keep, drop } = filesOnFinish(prepared.row, prepared.files, filesOf(prepared.row.id));
      for (const row of keep) put(row);
      remove(drop);
      removeParts(prepared.row.id);
    },
    discard: (draft) => {
      remove(filesOf(draft).filter(({ state }) => state === 'made'));
      removeParts(draft);
    },
    progress: (story) => progressOf(filesOf(story)),
    arrived: (story) => filesOf(story).every(({ state }) => state === 'stored'),
    leaveNothing: (story) => {
      for (const row of filesOf(story)) put(leavesNothing(row));
      for (const { sha256 } of filesOf(story)) dropUnusedBytes(sha256);
    },
    forget: (story) => {
      remove(filesOf(story));
      removeParts(story);
    },
    media: {
      add: async (draftId, made) => {
        const ref = await refOf(made);
        const known = files.get(keyOf({ story: draftId, sha256: ref.sha256 }));
        if (!told(draftId) && (known === undefined || known.state === 'made')) {
          bytes.set(ref.sha256, ownBuffer(made.bytes));
          put(madeRow(draftId, ref, 0));
        }
        return kept(ref);
      },
      file: (sha256) => {
        const held = bytes.get(sha256);
        const type = rows().find((row) => row.sha256 === sha256)?.mime ?? '';
        return done(held === undefined ? null : new Blob([held], { type }));
      },
      remove: (draftId, sha256) => {
        remove(filesOf(draftId).filter((row) => row.sha256 === sha256 && row.state === 'made'));
        return done(undefined);
      },
      addPart: (draft, { index, mime, bytes: part }) => {
        if (!told(draft)) parts.set(`${draft}/${index}`, { draft, index, mime, bytes: ownBuffer(part), madeAt: 0 });
        return done(undefined);
      },
      unfinished: (draftId) => done(joined(partsOf(draftId))),
      dropParts: (draftId) => done(removeParts(draftId)),
    },
    queue: {
      beginPass: () => {
        const waiting = rows().filter(({ state }) => state === 'waiting');
        return done([...new Set(waiting.flatMap(({ collector }) => collector ?? []))].sort());
      },
      waitingFor: (code) => {
        const waiting = rows().filter(({ state, collector }) => state === 'waiting' && collector === code);
        return done(inSendingOrder(waiting).map(({ story, sha256 }) => ({ story, sha256 })));
      },
      open: (name) => {
        const row = files.get(keyOf(name));
        if (row?.state !== 'waiting') return done(null);
        const held = bytes.get(name.sha256);
        if (held === undefined) {
          put({ ...row, state: 'refused', refusal: FILE_MISSING });
          return change(null);
        }
        return done(sendable(row, held));
      },
      keepUpload: (name, uploadUrl) => {
        const row = files.get(keyOf(name));
        if (row?.state === 'waiting') put({ ...row, uploadUrl });
        return done(undefined);
      },
      settle: (name, settlement) => {
        const row = files.get(keyOf(name));
        if (row === undefined) return done(undefined);
        const next = settledFile(row, settlement);
        put(next.row);
        if (next.dropBytes) dropUnusedBytes(row.sha256);
        return change(undefined);
      },
      offerAgain: (epoch) => {
        const others = stillHere().filter((row) => row.epoch !== epoch);
        for (const row of others) put(offeredAgain(row));
        return change(others.length);
      },
      dropOldBytes: (serverTime) => {
        const old = stillHere().filter((row) => isOldFile(row, serverTime));
        for (const row of stillHere()) if (row.storedAt === null) put({ ...row, storedAt: serverTime });
        for (const row of old) put({ ...row, epoch: null });
        for (const row of old) dropUnusedBytes(row.sha256);
        return done(old.length);
      },
      tryAgain: (storyId) => {
        for (const row of filesOf(storyId)) if (row.state === 'refused') put(offeredAgain(row));
        return change(undefined);
      },
      watch: (storyId, listener: (progress: FileProgress) => void) =>
        watch(() => listener(progressOf(filesOf(storyId)))),
    },
  };
}
