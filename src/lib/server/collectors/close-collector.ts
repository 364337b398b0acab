import { collectorState } from '../../domain/programme/collector-state';
import type { Services } from '../services';

/**
 * Shuts a link's door for good: no new device gets in, and those that came in before may send what they hold
 * (docs/decisions/113-closed-collectors-take-what-was-told.md). Saying it again changes and writes down nothing.
 */
export async function closeCollector(
  { store, now }: Pick<Services, 'store' | 'now'>,
  actor: string,
  slug: string,
  code: string,
): Promise<'closed' | 'closed_before' | 'unknown'> {
  const [collector, programme] = await Promise.all([store.collector(code), store.programme(slug)]);
  if (collector === null || programme === null || collector.programme !== slug) return 'unknown';
  const at = now();
  if (['closed', 'revoked'].includes(collectorState(collector, programme, at))) return 'closed_before';
  await store.changeCollector(code, (held) => ({ ...held, closesAt: at.toISOString() }));
  await store.appendAudit({ at, actor, action: 'collector.closed', programme: slug, subject: code });
  return 'closed';
}
