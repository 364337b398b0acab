import { dexieCollectors } from './collectors';
import { DeviceDatabase, using } from './database';
import type { Device } from './device';
import type { StorageProblem } from './kept';

export interface Surroundings {
  /** The device's clock, in ms since 1970. */
  now: () => number;
  /** A random UUID. */
  makeId: () => string;
  name: string;
}

/** The stores of stories, their files and their way: whole at once, or with their first use. */
export type StoryParts = Pick<
  Device,
  'drafts' | 'outbox' | 'media' | 'mediaQueue' | 'receipts' | 'own' | 'withdrawals' | 'meta'
>;

const REAL: Surroundings = { now: () => Date.now(), makeId: () => crypto.randomUUID(), name: 'sheaf' };

/**
 * Opens what this device keeps. On a problem the person is told before the first word is typed, and `memoryDevice` lets
 * them tell while online.
 */
export async function openWith(
  partsOf: (database: DeviceDatabase, surroundings: Surroundings) => StoryParts,
  surroundings: Partial<Surroundings>,
): Promise<{ kind: 'open'; device: Device } | StorageProblem> {
  const here = { ...REAL, ...surroundings };
  const database = new DeviceDatabase(here.name);
  const device: Device = {
    keeps: 'durably',
    ...partsOf(database, here),
    collectors: dexieCollectors(database, here.now),
    close: () => database.close(),
  };
  // A write is tried, not only an opening: some browsers open a database in private mode and refuse to fill it. Once only:
  // what lies on a device that has become full since is still shown, and sent as soon as there is room.
  const tried = await using(
    database,
    async () => (await database.meta.get('tried')) ?? database.meta.put({ key: 'tried', value: true }),
  );
  return tried.kind === 'kept' ? { kind: 'open', device } : tried;
}
