import type { Audience } from '../domain/audience';
import type { Contact, PublicProgramme } from '../domain/programme/programme';
import { givenWords } from '../i18n/spoken-words';
import { callable, type Callable } from './telephone';
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
  const contacts = programme?.contacts ?? everywhere();
  return contacts
    .filter((contact) => contact.audiences.some((audience) => audiences.length === 0 || audiences.includes(audience)))
    .map((contact) => helpOf(contact, audiences.length === 1 && audiences[0] === 'child'));
}

function helpOf({ id, name, how: said, child: childs }: Contact, child: boolean): Help {
  if (child && childs !== undefined) {
    const words = givenWords(childs);
    return { id, name: words, how: '', call: callable(words) };
  }
  const words = givenWords(said);
  const call = callable(words);
  if (call === null) return { id, name: givenWords(name), how: words, call: null };
  // "Call 0800 1111. Free, any time." needs no "Call 0800 1111" beside a button that says so.
  const how = isCall(call) ? call.after.replace(/^[\s.,،۔]+/, '') : words;
  return { id, name: givenWords(name), how, call };
}

/** Whether nothing but "Call" stands around the number's first sentence, in the page's language. */
function isCall({ before, number, after }: Callable): boolean {
  const [left = '', right = ''] = say('help.call', { number })
    .split(number)
    .map((part) => part.trim().toLowerCase());
  return before.trim().toLowerCase() === left && after.trim().toLowerCase().startsWith(right);
}

const say = wordsFor(null);
const ALL: Contact['audiences'] = ['child', 'youth', 'family', 'pro'];

/** A function, not a list: its words are in the language of the moment. */
function everywhere(): readonly Contact[] {
  return [
    { id: 'emergency', audiences: ALL, name: say('help.emergency'), how: say('help.emergency.how'), checked: false },
    { id: 'childline', audiences: ALL, name: say('help.childline'), how: say('help.childline.how'), checked: false },
  ];
}
