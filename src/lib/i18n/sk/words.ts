import type { Language } from '../language';
import { contacts } from './contacts';
import { fault } from './fault';
import { offline } from './offline';
import { signifiers } from './signifiers';
import { tell } from './tell';
import { ways } from './ways';
import { pictures } from './pictures';
import { consent } from './consent';
import { amounts } from './amounts';
import { files } from './files';
import { readingHelp } from './reading-help';
import { readingSettings } from './reading-settings';
import { receipts } from './receipts';
import { telling } from './telling';

export const words: Language = {
  locale: 'sk',
  tell,
  telling,
  receipts,
  readingSettings,
  readingHelp,
  files,
  amounts,
  consent,
  pictures,
  ways,
  signifiers,
  offline,
  fault,
  contacts,
};
