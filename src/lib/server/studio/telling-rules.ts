import type { Under13 } from '../../domain/framework/age-band';
import type { Collector } from '../../domain/programme/collector';
import type { Access } from '../access/access';
import type { Member } from '../access/staff';

type Corners = NonNullable<Collector['corners']>;

/** Sets the programme's way with tellers under 13. Saying again what holds already changes and writes down nothing. */
export async function setUnder13({ store, now }: Access, member: Member, under13: Under13): Promise<void> {
  // Read again: the member's own copy was made when the request began.
  const programme = await store.programme(member.programme.slug);
  if (programme === null || programme.policies.under13 === under13) return;
  await store.saveProgramme({ ...programme, policies: { ...programme.policies, under13 } });
  const { slug } = programme;
  await store.appendAudit({
    at: now(),
    actor: member.id,
    action: `under13.${under13}`,
    programme: slug,
    subject: null,
  });
}

/** Sets how the triads of one collector are shown. `unknown`: the programme has no such collector. */
export async function setCorners(
  { store, now }: Access,
  { id, programme: { slug } }: Member,
  code: string,
  corners: Corners,
): Promise<'set' | 'unknown'> {
  const collector = await store.collector(code);
  if (collector === null || collector.programme !== slug) return 'unknown';
  if ((collector.corners ?? 'label_order') === corners) return 'set';
  await store.changeCollector(code, (held) => ({ ...held, corners }));
  await store.appendAudit({ at: now(), actor: id, action: `corners.${corners}`, programme: slug, subject: code });
  return 'set';
}
