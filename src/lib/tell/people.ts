import type { Audience } from '../domain/audience';
import type { Edition } from '../domain/framework/edition';
import type { Draft } from '../domain/story/draft';
import type { SymbolId } from '../ui/symbols/symbol-ids';
import type { TellKey } from './words';

/** Who may say "that is me" on the first screen. The id is the option of the question about the role. */
export interface Person {
  readonly role: 'child' | 'young_person' | 'parent_carer' | 'family_other' | 'professional';
  readonly audience: Audience;
  readonly name: TellKey;
  readonly hint?: TellKey;
  readonly symbol: SymbolId;
}

const PEOPLE: readonly Person[] = [
  { role: 'child', audience: 'child', name: 'who.child', hint: 'who.child.hint', symbol: 'child' },
  {
    role: 'young_person',
    audience: 'youth',
    name: 'who.young_person',
    hint: 'who.young_person.hint',
    symbol: 'young-person',
  },
  { role: 'parent_carer', audience: 'family', name: 'who.parent_carer', symbol: 'parent-carer' },
  { role: 'family_other', audience: 'family', name: 'who.family_other', symbol: 'relative' },
  { role: 'professional', audience: 'pro', name: 'who.professional', symbol: 'id-card' },
];

/** Those whose wording a collector offers. */
export function peopleFor(audiences: readonly Audience[]): Person[] {
  return PEOPLE.filter((person) => audiences.includes(person.audience));
}

/** The question whose answer the first screen already asked for. */
const ROLE_QUESTION = 'demo.role';

/**
 * Puts down who the teller said they are, so that nobody is asked the same twice (WCAG 3.3.7). Only where the set asks
 * it; there it stands as chosen and can be changed.
 */
export function withRole(draft: Draft, edition: Edition, role: Person['role'] | null): Draft {
  const question = edition.questions.find((candidate) => candidate.id === ROLE_QUESTION);
  if (role === null || !question?.options.some((option) => option.id === role)) return draft;
  return {
    ...draft,
    questions: { ...draft.questions, [ROLE_QUESTION]: { kind: 'choice', state: 'answered', chosen: [role] } },
  };
}
