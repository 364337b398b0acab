import { openDevice } from '../../device/open-device';
import type { ReceiptRequest } from '../../protocol/receipts';
import { startSync, type Sync } from '../../sync/start-sync';

/** Stories that were taken back where there was no network. */
export interface KeptWithdrawals {
  /** @returns false where it could not be written down */
  keep(asked: ReceiptRequest): Promise<boolean>;
  close(): void;
}

/**
 * What this device has to tell the server of, and what tells it. The loop runs only while something waits.
 * @param left called with how many wait, at once and after each pass
 * @returns null where this browser keeps nothing
 */
export async function openKeptWithdrawals(left: (waiting: number) => void): Promise<KeptWithdrawals | null> {
  const opened = await openDevice();
  if (opened.kind !== 'open') return null;
  const { device } = opened;
  let sync: Sync | null = null;
  const count = async () => {
    const waiting = await device.withdrawals.waiting();
    if (waiting.kind === 'kept') left(waiting.value.length);
    return waiting.kind === 'kept' ? waiting.value.length : 0;
  };
  const send = () => {
    sync ??= startSync(device, ({ kind }) => {
      if (kind !== 'passing') void count();
    });
    sync.finished();
  };
  if ((await count()) > 0) send();
  return {
    keep: async ({ code, receipt }) => {
      const kept = await device.withdrawals.takeBackByReceipt(crypto.randomUUID(), { collector: code, receipt });
      if (kept.kind !== 'kept') return false;
      await count();
      send();
      return true;
    },
    close: () => {
      sync?.stop();
      device.close();
    },
  };
}
