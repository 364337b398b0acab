import { using, type DeviceDatabase } from './database';
import type { Device } from './device';
import { dexieDrafts } from './drafts';
import type { StorageProblem } from './kept';
import { openWith, type StoryParts } from './open-with';
import { outboxCount } from './outbox-count';
import { withdrawalsWaiting } from './withdrawals-waiting';

/**
 * Opens the device for a page: what its first screen asks is here, the rest comes with its first use, kept by the service
 * worker. Where it does not come, nothing was done, and the answer is a storage problem like any other.
 */
export function openDeviceLightly(): Promise<{ kind: 'open'; device: Device } | StorageProblem> {
  return openWith(lightParts, {});
}

type Method<Arguments extends unknown[], Answer> = (...args: Arguments) => Promise<Answer>;
type Watch<Arguments extends unknown[]> = (...args: Arguments) => () => void;

function lightParts(database: DeviceDatabase, now: () => number): StoryParts {
  let loading: Promise<StoryParts> | null = null;
  const whole = () => {
    loading ??= import('./whole-parts').then(
      ({ wholeParts }) => wholeParts(database, now),
      (cause: unknown) => {
        loading = null;
        throw cause;
      },
    );
    return loading;
  };
  const later =
    <Arguments extends unknown[], Answer>(method: (parts: StoryParts) => Method<Arguments, Answer>) =>
    async (...args: Arguments): Promise<Answer | StorageProblem> => {
      const parts = await whole().catch((cause: unknown): StorageProblem => ({ kind: 'storage_failed', cause }));
      return 'kind' in parts ? parts : method(parts)(...args);
    };
  const watchLater =
    <Arguments extends unknown[]>(watch: (parts: StoryParts) => Watch<Arguments>) =>
    (...args: Arguments): (() => void) => {
      let stopped = false;
      let stop: () => void = () => undefined;
      void whole().then(
        (parts) => {
          if (!stopped) stop = watch(parts)(...args);
        },
        () => undefined, // did not come: nothing is told until the page is opened again
      );
      return () => {
        stopped = true;
        stop();
      };
    };

  return {
    drafts: dexieDrafts(
      database,
      now,
      later(({ drafts }) => drafts.discard),
    ),
    outbox: {
      count: () => using(database, () => outboxCount(database)),
      add: later(({ outbox }) => outbox.add),
      list: later(({ outbox }) => outbox.list),
      watch: watchLater(({ outbox }) => outbox.watch),
      watchCount: watchLater(({ outbox }) => outbox.watchCount),
      tryAgain: later(({ outbox }) => outbox.tryAgain),
      beginPass: later(({ outbox }) => outbox.beginPass),
      take: later(({ outbox }) => outbox.take),
      settle: later(({ outbox }) => outbox.settle),
      offerAgain: later(({ outbox }) => outbox.offerAgain),
      dropOldBodies: later(({ outbox }) => outbox.dropOldBodies),
    },
    media: {
      add: later(({ media }) => media.add),
      file: later(({ media }) => media.file),
      remove: later(({ media }) => media.remove),
      addPart: later(({ media }) => media.addPart),
      unfinished: later(({ media }) => media.unfinished),
      dropParts: later(({ media }) => media.dropParts),
    },
    mediaQueue: {
      beginPass: later(({ mediaQueue }) => mediaQueue.beginPass),
      waitingFor: later(({ mediaQueue }) => mediaQueue.waitingFor),
      open: later(({ mediaQueue }) => mediaQueue.open),
      keepUpload: later(({ mediaQueue }) => mediaQueue.keepUpload),
      settle: later(({ mediaQueue }) => mediaQueue.settle),
      offerAgain: later(({ mediaQueue }) => mediaQueue.offerAgain),
      dropOldBytes: later(({ mediaQueue }) => mediaQueue.dropOldBytes),
      tryAgain: later(({ mediaQueue }) => mediaQueue.tryAgain),
      watch: watchLater(({ mediaQueue }) => mediaQueue.watch),
    },
    receipts: {
      list: later(({ receipts }) => receipts.list),
      get: later(({ receipts }) => receipts.get),
      forget: later(({ receipts }) => receipts.forget),
    },
    own: {
      list: later(({ own }) => own.list),
      show: later(({ own }) => own.show),
      keepWords: later(({ own }) => own.keepWords),
      dropWords: later(({ own }) => own.dropWords),
      words: later(({ own }) => own.words),
    },
    withdrawals: {
      waiting: () => using(database, () => withdrawalsWaiting(database)),
      takeBack: later(({ withdrawals }) => withdrawals.takeBack),
      done: later(({ withdrawals }) => withdrawals.done),
      list: later(({ withdrawals }) => withdrawals.list),
      forget: later(({ withdrawals }) => withdrawals.forget),
    },
  };
}
