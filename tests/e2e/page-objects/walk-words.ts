import { amounts } from '../../../src/lib/i18n/en/amounts';
import { signifiers } from '../../../src/lib/i18n/en/signifiers';
import { tell } from '../../../src/lib/i18n/en/tell';
import { telling } from '../../../src/lib/i18n/en/telling';

export type Walker = 'child' | 'youth' | 'family' | 'pro';
export const WALKERS: readonly Walker[] = ['child', 'youth', 'family', 'pro'];

/** Written by hand in the end-to-end tests, and what a teller would write in no language at all. */
const TOLD = 'Synthetic words of a test: the bus came late and somebody waited with me.';

/** What a teller looks for on the screens of Tell, and what they write there, in one language. */
export interface WalkWords {
  /** Of the address, "?…" in front; empty for the collector's own language. */
  readonly query: string;
  readonly cards: Readonly<Record<Walker, string>>;
  readonly next: string;
  readonly skip: string;
  readonly send: string;
  /** The framework's own words of consent and assent. */
  readonly yes: RegExp;
  readonly list: string;
  readonly useList: string;
  readonly shape: string;
  readonly showShape: string;
  readonly showField: string;
  readonly howMuch: string;
  readonly field: string;
  readonly tray: string;
  readonly arrived: string;
  readonly story: string;
  readonly title: string;
  readonly contact: string;
}

/** Another language's walk takes these from its own catalogues: the keys are the same. */
export const ENGLISH: WalkWords = {
  query: '',
  cards: {
    child: tell['who.child'],
    youth: tell['who.young_person'],
    family: tell['who.parent_carer'],
    pro: tell['who.professional'],
  },
  next: tell.next,
  skip: tell.skip,
  send: tell.send,
  yes: /^(Yes|I agree)/,
  list: signifiers.list,
  useList: signifiers.use_list,
  shape: signifiers.shape,
  showShape: signifiers.show_shape,
  showField: signifiers.show_field,
  howMuch: amounts.how_much,
  field: signifiers.field_name,
  tray: signifiers.tray_name,
  arrived: telling['state.arrived'],
  story: TOLD,
  title: 'The late bus',
  contact: 'Sam, Class 3',
};
