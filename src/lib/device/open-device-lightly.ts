import { using, type DeviceDatabase } from './database';
import type { Device } from './device';
import { draftCount } from './draft-count';
import { kept, type StorageProblem } from './kept';
import { openWith, type StoryParts, type Surroundings } from './open-with';
import { outboxCount } from './outbox-count';

/**
 * Opens the device for a page: what its first screen asks is here, the rest comes with its first use, kept by the service
 * worker. Where it does not come, nothing was done, and the answer is a storage problem like any other.
 */
export function openDeviceLightly(): Promise<{ kind: 'open'; device: Device } | StorageProblem> {
  return openWith(lightParts, {});
}

function lightParts(database: DeviceDatabase, surroundings: Surroundings): StoryParts {
  let loading: Promise<StoryParts> | null = null;
  const whole = () => {
    loading ??= import('./whole-parts').then(
      ({ wholeParts }) => wholeParts(database, surroundings),
      (cause: unknown) => {
        loading = null;
        throw cause;
      },
    );
    return loading;
  };
  /** A store whose methods come with their first use; all of them are asynchronous, so nobody sees the difference. */
  const lazily = <Name extends keyof StoryParts>(name: Name, here: Partial<StoryParts[Name]> = {}): StoryParts[Name] =>
    new Proxy(here, {
      get: (_, method: string) => {
        if (method in here) return here[method as keyof typeof here]; // asked for on this line
        return method.startsWith('watch') ? watchLater(name, method) : later(name, method);
      },
    }) as StoryParts[Name]; // what is not here is taken from the whole store of that name
  const later =
    (name: keyof StoryParts, method: string) =>
    async (...args: unknown[]): Promise<unknown> => {
      const parts = await whole().catch((cause: unknown): StorageProblem => ({ kind: 'storage_failed', cause }));
      return 'kind' in parts ? parts : methodOf(parts, name, method)(...args);
    };
  const watchLater =
    (name: keyof StoryParts, method: string) =>
    (...args: unknown[]): (() => void) => {
      let stopped = false;
      let stop: () => void = () => undefined;
      void whole().then(
        (parts) => {
          if (!stopped) stop = methodOf(parts, name, method)(...args) as () => void; // every watch answers with its end
        },
        () => undefined, // did not come: nothing is told until the page is opened again
      );
      return () => {
        stopped = true;
        stop();
      };
    };

  const drafts = lazily('drafts');
  const withdrawals = lazily('withdrawals');
  return {
    drafts: lazily('drafts', {
      listFor: async (collectorCode) => {
        const found = await using(database, () => draftCount(database, collectorCode));
        const none = found.kind === 'kept' && found.value === 0;
        return none ? kept({ drafts: [], unreadable: 0 }) : drafts.listFor(collectorCode);
      },
    }),
    outbox: lazily('outbox', { count: () => using(database, () => outboxCount(database)) }),
    withdrawals: lazily('withdrawals', {
      waiting: async () => {
        const found = await using(database, () => database.withdrawals.where('state').equals('waiting').count());
        return found.kind === 'kept' && found.value === 0 ? kept([]) : withdrawals.waiting();
      },
    }),
    media: lazily('media'),
    mediaQueue: lazily('mediaQueue'),
    receipts: lazily('receipts'),
    own: lazily('own'),
    meta: lazily('meta'),
  };
}

function methodOf(parts: StoryParts, name: keyof StoryParts, method: string): (...args: unknown[]) => unknown {
  return (parts[name] as unknown as Record<string, (...args: unknown[]) => unknown>)[method] as never; // typed by `lazily`
}
