import type { Settlement } from './device';
import { KEEP_STORED_DAYS } from './device';
import type { OutboxRow } from './rows';
import { TAKEN_BACK } from './taken-back';

/**
 * What an answer makes of a story's envelope, and whether its body may go. A story that was stored meanwhile (another
 * tab sent it too, and its answer came first) stays stored whatever a later answer says about that second copy.
 *
 * | was \ says | stored | refused | waiting |
 * |---|---|---|---|
 * | waiting, sending | stored | refused | waiting |
 * | refused | stored | refused | refused |
 * | stored | stored | stored | stored |
 *
 * An answer about other words than those that wait now (the teller changed them meanwhile) says nothing about these. What
 * was taken back elsewhere has no more use for its bytes.
 */
export function settled(row: OutboxRow, settlement: Settlement): { row: OutboxRow; dropBody: boolean } {
  if (settlement.hash !== undefined && settlement.hash !== row.hash) return { row, dropBody: false };
  if (settlement.kind === 'stored') {
    const { epoch, serverTime } = settlement;
    const gone = row.shared || (row.state === 'stored' && row.epoch === null);
    return {
      row: { ...row, state: 'stored', refusal: null, faults: 0, epoch: gone ? null : epoch, storedAt: serverTime },
      dropBody: gone,
    };
  }
  if (row.state === 'stored') return { row, dropBody: false };
  if (settlement.kind === 'refused') {
    const dropBody = settlement.refusal.kind === TAKEN_BACK;
    return { row: { ...row, state: 'refused', refusal: settlement.refusal }, dropBody };
  }
  if (row.state === 'refused') return { row, dropBody: false };
  const { linkClosed: before, ...waiting } = row;
  // A pass that was broken off on its way knows nothing of the link.
  const closed = settlement.linkClosed ?? before;
  const faults = row.faults + (settlement.fault ? 1 : 0);
  return {
    row: { ...waiting, state: 'waiting', faults, ...(closed === true ? { linkClosed: true } : {}) },
    dropBody: false,
  };
}

/** Its teller wants no copy here: as on a shared device, the bytes are needed until the server has them, and no longer. */
export function leavesNothing<Row extends { shared: boolean; epoch: string | null }>(row: Row): Row {
  return { ...row, shared: true, epoch: null };
}

/** A story whose envelope is here and whose body is not: nothing can be sent, and nobody should wait for it in silence. */
export const BODY_MISSING = {
  kind: 'body_missing',
  message: 'This story can no longer be read on this device.',
} as const;

/** Whether a stored body has been kept long enough, by the server's clock: the device's own may be years wrong. */
export function isOld(row: OutboxRow, serverTime: number): boolean {
  return row.storedAt !== null && serverTime - row.storedAt > KEEP_STORED_DAYS * 24 * 60 * 60 * 1000;
}
