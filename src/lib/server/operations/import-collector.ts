import type { Collector } from '../../domain/programme/collector';
import type { Programme } from '../../domain/programme/programme';
import { drawCode } from '../collectors/draw-code';
import type { Services } from '../services';

/**
 * A collector that stories came through which nobody told here: revoked from the start, so that no story of a person is
 * ever mixed with imported or synthetic ones. Found by its name, so that doing it again finds the same.
 */
export async function closedCollector(
  { store }: Pick<Services, 'store'>,
  programme: Programme,
  name: string,
  random: (bytes: number) => Uint8Array,
): Promise<{ collector: Collector; create: () => Promise<void> }> {
  const known = (await store.collectorsOf(programme.slug)).find((collector) => collector.name === name);
  if (known !== undefined) return { collector: known, create: () => Promise.resolve() };
  let code = drawCode(random);
  while ((await store.collector(code)) !== null) code = drawCode(random);
  const collector: Collector = {
    code,
    programme: programme.slug,
    name,
    frameworkPolicy: 'pin',
    framework: programme.framework,
    audiences: ['family'],
    mode: 'open',
    opensAt: null,
    closesAt: null,
    limit: null,
    revoked: true,
  };
  return { collector, create: async () => void (await store.createCollector(collector)) };
}
