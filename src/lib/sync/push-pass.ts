import type { Device } from '../device/device';
import { exchangeCode } from '../protocol/client/exchange-code';
import { pushBatch } from '../protocol/client/push-batch';
import { withdrawStory } from '../protocol/client/receipts';
import { oneAtATime } from './one-at-a-time';
import { pushStories, type PassResult } from './push-stories';

/** The Background Sync tag for which the service worker runs a pass. */
export const PUSH_TAG = 'sheaf-push';

/** One pass with the real network, alone on this device. Pages run it from the loop, the service worker from `sync` events. */
export function pushPass(
  device: Device,
  owner: string,
  suspectStory: boolean,
  signal: AbortSignal,
): Promise<PassResult | 'held_elsewhere'> {
  const now = () => Date.now();
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  return oneAtATime(locks, { meta: device.meta, owner, now }, () =>
    pushStories({
      device,
      push: (batch) => pushBatch(batch, undefined, signal),
      exchange: (code) => exchangeCode(code, undefined, signal),
      withdraw: (asked, token) => withdrawStory(asked, token, undefined, signal),
      now,
      suspectStory,
    }),
  );
}
