import type { AskedCollector, CollectorFaults } from '../../domain/programme/asked-collector';
import type { Collector } from '../../domain/programme/collector';
import { deviceKindOf } from '../../domain/programme/device-kind';
import { knownFramework } from '../accept/known-frameworks';
import type { Services } from '../services';
import { createCollector } from './create-collector';
import { wantedCollector } from './wanted-collector';

export type Added =
  | { readonly kind: 'added'; readonly collector: Collector }
  | { readonly kind: 'faults'; readonly faults: CollectorFaults }
  | { readonly kind: 'no_programme' | 'programme_closed' | 'not_told_here' };

/** Makes a link of a programme and writes it down; `actor` is the steward's id, or `cli`. */
export async function addCollector(
  services: Pick<Services, 'store' | 'now' | 'random'>,
  actor: string,
  slug: string,
  asked: AskedCollector,
): Promise<Added> {
  const { store, now } = services;
  const programme = await store.programme(slug);
  const framework = programme === null ? null : await knownFramework(store, programme.framework);
  if (programme === null || framework === null) return { kind: 'no_programme' };
  if (programme.state === 'closed') return { kind: 'programme_closed' };
  // No story of a person is ever mixed with imported or synthetic ones.
  if (programme.origin !== 'told') return { kind: 'not_told_here' };

  const wanted = wantedCollector(asked, programme, framework, now());
  if (wanted.kind === 'faults') return wanted;
  const collector = await createCollector(services, wanted.collector);
  const subject = `${collector.code} ${deviceKindOf(collector.mode)}`;
  await store.appendAudit({ at: now(), actor, action: 'collector.added', programme: slug, subject });
  return { kind: 'added', collector };
}
