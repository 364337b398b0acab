import type { Language } from '../language';
import { contacts } from './contacts';
import { fault } from './fault';
import { offline } from './offline';
import { signifiers } from './signifiers';
import { tell } from './tell';
import { telling } from './telling';

export const words: Language = {
  locale: 'ur',
  // The digits of telephone numbers, ages and codes, so that all numbers on a page are written alike.
  numbers: 'ur-u-nu-latn',
  tell,
  telling,
  signifiers,
  offline,
  fault,
  contacts,
};
