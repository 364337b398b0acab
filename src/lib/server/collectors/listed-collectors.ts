import type { Collector } from '../../domain/programme/collector';
import { collectorState } from '../../domain/programme/collector-state';
import { deviceKindOf } from '../../domain/programme/device-kind';
import { isOver, type ListedCollector } from '../../domain/programme/listed-collector';
import { localDay } from '../../domain/programme/local-day';
import type { Programme } from '../../domain/programme/programme';
import type { Services } from '../services';

/** Every link of a programme, those that are over last. */
export async function listedCollectors(
  { store, now }: Pick<Services, 'store' | 'now'>,
  programme: Programme,
): Promise<ListedCollector[]> {
  const collectors = await store.collectorsOf(programme.slug);
  const listed = await Promise.all(
    collectors.map(async (collector) => {
      const state = collectorState(collector, programme, now());
      return listedAs(collector, programme, state === 'open' && (await isFull(store, collector)) ? 'full' : state);
    }),
  );
  return listed.sort(
    (one, other) => Number(isOver(one)) - Number(isOver(other)) || one.name.localeCompare(other.name, 'en'),
  );
}

async function isFull(store: Services['store'], collector: Collector): Promise<boolean> {
  return collector.limit !== null && (await store.countStoriesFrom(collector)) >= collector.limit;
}

function listedAs(
  { code, name, mode, audiences, presetPlace, opensAt, closesAt, limit }: Collector,
  programme: Programme,
  state: ListedCollector['state'],
): ListedCollector {
  const scheme = programme.areaSchemes.find(({ id }) => id === presetPlace?.scheme);
  const area = scheme?.areas.find(({ id }) => id === presetPlace?.area);
  return {
    code,
    name,
    device: deviceKindOf(mode),
    audiences,
    place: presetPlace === undefined ? null : (area?.name ?? presetPlace.area),
    // One that was closed before its first day never was open.
    from: opensAt === null || (closesAt !== null && opensAt >= closesAt) ? null : localDay(new Date(opensAt)),
    // A link that closes at midnight was open on the day before.
    until: closesAt === null ? null : localDay(new Date(Date.parse(closesAt) - 1)),
    limit,
    state,
  };
}
