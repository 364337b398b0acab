import type { Audience } from '../domain/audience';
import type { Contact, PublicProgramme } from '../domain/programme/programme';
import { callable } from './telephone';
import { wordsFor } from './words';

/** Somebody to turn to, in the words of one audience. */
export interface Help {
  readonly id: string;
  readonly name: string;
  /** What there is to say besides the number; may be empty. */
  readonly how: string;
  readonly call: { readonly number: string; readonly dial: string } | null;
}

/**
 * Where help is, for an audience; before anybody has said who they are, for all that the collector asks. Before even
 * the collector is known, the two that are the same everywhere: help must work with nothing loaded.
 */
export function helpFor(programme: PublicProgramme | null, audiences: readonly Audience[]): Help[] {
  const contacts = programme?.contacts ?? EVERYWHERE;
  return contacts
    .filter((contact) => contact.audiences.some((audience) => audiences.length === 0 || audiences.includes(audience)))
    .map((contact) => helpOf(contact, audiences.length === 1 && audiences[0] === 'child'));
}

function helpOf(contact: Contact, child: boolean): Help {
  if (child && contact.child !== undefined)
    return { id: contact.id, name: contact.child, how: '', call: callable(contact.child) };
  const words = contact.how;
  const call = callable(words);
  if (call === null) return { id: contact.id, name: contact.name, how: words, call: null };
  // "Call 0800 1111. Free, any time." needs no "Call 0800 1111" beside a button that says so.
  const how = call.before.trim().toLowerCase() === 'call' ? call.after.replace(/^[\s.,]+/, '') : words;
  return { id: contact.id, name: contact.name, how, call };
}

const say = wordsFor(null);
const EVERYWHERE: readonly Contact[] = [
  {
    id: 'emergency',
    audiences: ['child', 'youth', 'family', 'pro'],
    name: say('help.emergency'),
    how: say('help.emergency.how'),
    checked: false,
  },
  {
    id: 'childline',
    audiences: ['child', 'youth', 'family', 'pro'],
    name: say('help.childline'),
    how: say('help.childline.how'),
    checked: false,
  },
];
