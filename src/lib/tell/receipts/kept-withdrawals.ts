import { openDevice } from '../../device/open-device';
import type { ReceiptRequest } from '../../protocol/receipts';
import { startSync, type Sync } from '../../sync/start-sync';

/** Stories that were taken back where there was no network. */
export interface KeptWithdrawals {
  /** @returns false where it could not be written down */
  keep(asked: ReceiptRequest): Promise<boolean>;
  /**
   * Whether this one still waits; null where the device did not answer. Of any other nobody is told that it is here: others
   * use this device, too.
   */
  waits(asked: ReceiptRequest): Promise<boolean | null>;
  close(): void;
}

/**
 * What this device has to tell the server of, and what tells it. The loop runs only while something waits.
 * @param passed called after each pass: what waited may have been told
 * @returns null where this browser keeps nothing
 */
export async function openKeptWithdrawals(passed: () => void): Promise<KeptWithdrawals | null> {
  const opened = await openDevice();
  if (opened.kind !== 'open') return null;
  const { device } = opened;
  let sync: Sync | null = null;
  const waiting = async () => {
    const rows = await device.withdrawals.waiting();
    return rows.kind === 'kept' ? rows.value : null;
  };
  const send = () => {
    sync ??= startSync(device, ({ kind }) => {
      if (kind !== 'passing') passed();
    });
    sync.finished();
  };
  if (((await waiting()) ?? []).length > 0) send();
  return {
    keep: async ({ code, receipt }) => {
      const kept = await device.withdrawals.takeBackByReceipt(crypto.randomUUID(), { collector: code, receipt });
      if (kept.kind !== 'kept') return false;
      send();
      return true;
    },
    waits: async ({ code, receipt }) =>
      (await waiting())?.some((row) => row.collector === code && row.receipt === receipt) ?? null,
    close: () => {
      sync?.stop();
      device.close();
    },
  };
}
