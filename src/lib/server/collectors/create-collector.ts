import type { Collector } from '../../domain/programme/collector';
import type { Services } from '../services';
import { drawCode } from './draw-code';

/** Keeps a collector under a code that no other has, of any programme: one that is taken is drawn again. */
export async function createCollector(
  { store, random }: Pick<Services, 'store' | 'random'>,
  wanted: Omit<Collector, 'code'>,
): Promise<Collector> {
  for (;;) {
    const collector = { ...wanted, code: drawCode(random) };
    if ((await store.createCollector(collector)) === 'created') return collector;
  }
}
