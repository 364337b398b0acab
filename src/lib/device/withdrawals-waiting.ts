import type { DeviceDatabase } from './database';
import { WithdrawalRowSchema, readable, type WithdrawalRow } from './rows';

/** What the server has to be told of; light, since every visit asks whether anything waits. */
export async function withdrawalsWaiting({ withdrawals }: DeviceDatabase) {
  return waitingOf(readable(WithdrawalRowSchema, await withdrawals.toArray()).rows);
}

export function waitingOf(rows: readonly WithdrawalRow[]) {
  return rows.flatMap(({ id, collector, state, receipt }) =>
    state === 'waiting' && receipt !== null ? [{ id, collector, receipt }] : [],
  );
}
