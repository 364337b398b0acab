import { openDevice } from '../../device/open-device';
import { lookUpReceipt, lowerSharing } from '../../protocol/client/receipts';
import { startSync } from '../../sync/start-sync';
import { MyStories } from './my-stories.svelte';

/** Opens what this device keeps, and sends what waits on it; null where it keeps nothing. */
export async function openMyStories(
  open: (code: string, step: string) => void,
): Promise<{ mine: MyStories; close: () => void } | null> {
  const opened = await openDevice();
  if (opened.kind !== 'open') return null;
  const { device } = opened;
  let heard = () => undefined as void;
  // Whatever a pass changed (a story arrived, a withdrawal was told) is seen at its end.
  const sync = startSync(device, ({ kind }) => {
    if (kind !== 'passing') heard();
  });
  const mine = new MyStories({ device, look: lookUpReceipt, lower: lowerSharing, send: () => sync.finished(), open });
  heard = () => void mine.ask();
  const stop = mine.watch();
  void mine.ask();
  return {
    mine,
    close: () => {
      stop();
      sync.stop();
      device.close();
    },
  };
}
