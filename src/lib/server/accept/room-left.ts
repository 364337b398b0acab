import type { Collector } from '../../domain/programme/collector';
import type { Store } from '../store/port';

/**
 * How many more stories a collector takes; Infinity without a limit.
 *
 * Closing (a date, the limit, a closed programme) shuts the door for new devices, at the exchange of the code. Devices
 * that came in before may hold stories told in a basement last week, and a device's clock cannot say when: what they
 * push is taken, whenever it arrives. Only the limit has a hard end, so that one link cannot fill the disk: a tenth
 * more than it says, at least twenty, for those who were telling when the last place went.
 */
export async function roomLeft(store: Store, collector: Collector): Promise<number> {
  if (collector.limit === null) return Infinity;
  const most = collector.limit + Math.max(20, Math.ceil(collector.limit / 10));
  return Math.max(0, most - (await store.countStoriesFrom(collector)));
}
