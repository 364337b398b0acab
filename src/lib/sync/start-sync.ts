import type { Device } from '../device/device';
import { askForBackgroundSync } from './background-sync';
import { pushPass } from './push-pass';
import type { PassResult } from './push-stories';
import { SyncLoop, type SyncStatus } from './sync-loop';

const NOTHING_LEFT: PassResult = { stored: 0, refused: 0, next: { kind: 'nothing_left' } };

export interface Sync {
  /** A story was finished: send it now, and have the browser send it later if this page is gone by then. */
  finished(): void;
  nudge(): void;
  stop(): void;
}

/**
 * Starts this page's loop and everything that nudges it. `navigator.onLine` is never asked, since it lies both ways: an
 * `online` event is a reason to try, being "offline" is no reason not to.
 */
export function startSync(device: Device, status: (status: SyncStatus) => void = () => undefined): Sync {
  const owner = crypto.randomUUID();
  const loop = new SyncLoop({
    pass: (suspectStory, signal) => pushPass(device, owner, suspectStory, signal),
    random: () => Math.random(),
    status,
  });
  // Files have a loop and a lock of their own: a recording that takes minutes holds up no story. What sends them is
  // loaded once one waits.
  const files = new SyncLoop({
    pass: async (_, signal) => {
      const waiting = await device.mediaQueue.beginPass();
      if (waiting.kind === 'kept' && waiting.value.length === 0) return NOTHING_LEFT;
      return (await import('./media-pass')).mediaPass(device, signal);
    },
    random: () => Math.random(),
    status: () => undefined,
  });
  const listening = new AbortController();
  const { signal } = listening;
  const nudge = () => {
    loop.nudge();
    files.nudge();
  };
  addEventListener('online', nudge, { signal });
  // Back from the back/forward cache, or from a freeze: the same loop goes on, no second one is made.
  addEventListener('pageshow', nudge, { signal });
  document.addEventListener('resume', nudge, { signal });
  document.addEventListener(
    'freeze',
    () => {
      loop.pause();
      files.pause();
    },
    { signal },
  );
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && nudge(), { signal });
  nudge();
  return {
    nudge,
    finished: () => {
      nudge();
      void askForBackgroundSync();
    },
    stop: () => {
      listening.abort();
      loop.stop();
      files.stop();
    },
  };
}
