import type { MediaRef } from '../domain/story/media-ref';
import { KEEP_STORED_DAYS } from './device';
import type { FileProgress, FileSettlement } from './media-queue';
import type { FileRow } from './media-rows';
import type { OutboxRow } from './rows';

/** A file that a story names and that is not on this device: nothing can be sent, and nobody should wait for it. */
export const FILE_MISSING = {
  kind: 'file_missing',
  message: 'This file can no longer be read on this device.',
} as const;

const DAY_MS = 24 * 60 * 60 * 1000;
/** A draft is saved right after its file: a file older than this without a draft has none any more. */
export const WITHOUT_DRAFT_MS = 60 * 60 * 1000;

/**
 * What finishing a story makes of its files: those it names wait for sending, those it does not (taken off, or of a part
 * that is not told) go. Where a finished story is changed, a file that it named before and still names stays as far as it
 * is: what has arrived is not sent again.
 */
export function filesOnFinish(
  row: OutboxRow,
  named: readonly MediaRef[],
  made: readonly FileRow[],
): { keep: FileRow[]; drop: FileRow[] } {
  const { id, collector, sequence, shared } = row;
  const known = new Map(made.map((file) => [file.sha256, file]));
  const keep = named.map((ref): FileRow => {
    const file = known.get(ref.sha256);
    const waiting = { ...ref, story: id, collector, sequence, shared, faults: 0, uploadUrl: null };
    const fresh = { madeAt: file?.madeAt ?? 0, epoch: null, storedAt: null };
    if (file === undefined) return { ...waiting, ...fresh, state: 'refused', refusal: FILE_MISSING };
    if (file.state !== 'made') return { ...file, collector, sequence, shared };
    return { ...waiting, ...fresh, state: 'waiting', refusal: null };
  });
  const kept = new Set(named.map(({ sha256 }) => sha256));
  return { keep, drop: made.filter(({ sha256 }) => !kept.has(sha256)) };
}

/**
 * What the server's answer makes of a file, and whether this story still needs its bytes here.
 *
 * | was \ says | stored | refused | waiting |
 * |---|---|---|---|
 * | waiting | stored | refused | waiting |
 * | refused | stored | refused | refused |
 * | stored | stored | stored | stored |
 */
export function settledFile(row: FileRow, settlement: FileSettlement): { row: FileRow; dropBytes: boolean } {
  if (settlement.kind === 'stored') {
    const { epoch, serverTime } = settlement;
    const gone = row.shared || (row.state === 'stored' && row.epoch === null);
    const stored = { refusal: null, uploadUrl: null, faults: 0, epoch: gone ? null : epoch, storedAt: serverTime };
    return { row: { ...row, ...stored, state: 'stored' }, dropBytes: gone };
  }
  if (row.state === 'stored') return { row, dropBytes: false };
  if (settlement.kind === 'refused') {
    const { refusal } = settlement;
    return { row: { ...row, state: 'refused', refusal, uploadUrl: null }, dropBytes: false };
  }
  return { row: { ...row, faults: row.faults + (settlement.fault ? 1 : 0) }, dropBytes: false };
}

/** Whether this row still needs its bytes here. */
export function holdsBytes(row: FileRow): boolean {
  return row.state !== 'stored' || row.epoch !== null;
}

/** Waiting again, from the first byte: after a restore, or because a person asked for it. */
export function offeredAgain(row: FileRow): FileRow {
  return { ...row, state: 'waiting', refusal: null, uploadUrl: null, epoch: null, storedAt: null };
}

/** Whether stored bytes have been kept long enough, by the server's clock. */
export function isOldFile(row: FileRow, serverTime: number): boolean {
  return row.storedAt !== null && serverTime - row.storedAt > KEEP_STORED_DAYS * DAY_MS;
}

/** A file or part that belongs to no draft any more. A clock that was set back makes it old, too: clocks lie. */
export function isOrphan(madeAt: number, now: number): boolean {
  return now - madeAt > WITHOUT_DRAFT_MS || madeAt - now > WITHOUT_DRAFT_MS;
}

/** Files the server broke on go last, and the others in the order of their stories. */
export function inSendingOrder(rows: readonly FileRow[]): FileRow[] {
  return [...rows].sort((a, b) => a.faults - b.faults || (a.sequence ?? 0) - (b.sequence ?? 0));
}

export function progressOf(rows: readonly FileRow[]): FileProgress {
  const progress: FileProgress = { waiting: 0, stored: 0, refused: 0, refusal: null };
  for (const { state, refusal } of rows) {
    if (state === 'made') continue;
    progress[state] += 1;
    if (state === 'refused') progress.refusal ??= refusal;
  }
  return progress;
}
