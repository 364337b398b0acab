import type { PatternName, PatternNameDraft } from '../../domain/programme/pattern-name';
import type { Member } from '../access/staff';
import { services } from '../services';

/** Adds a name with who gave it and when; earlier names stay. @returns every name of the programme, oldest first */
export async function namePattern(member: Member, draft: PatternNameDraft): Promise<PatternName[]> {
  const { store, now } = services();
  const { slug } = member.programme;
  const at = now();
  await store.namePattern(slug, { ...draft, by: member.name, at: at.toISOString() });
  await store.appendAudit({ at, actor: member.id, action: 'pattern.named', programme: slug, subject: draft.pattern });
  return store.patternNamesOf(slug);
}
