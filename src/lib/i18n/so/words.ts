import type { Language } from '../language';
import { contacts } from './contacts';
import { fault } from './fault';
import { offline } from './offline';
import { signifiers } from './signifiers';
import { tell } from './tell';
import { telling } from './telling';

export const words: Language = {
  locale: 'so',
  tell,
  telling,
  signifiers,
  offline,
  fault,
  contacts,
};
