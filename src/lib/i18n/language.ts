import type { Translated } from './catalogue';
import type { amounts } from './en/amounts';
import type { consent } from './en/consent';
import type { contacts } from './en/contacts';
import type { fault } from './en/fault';
import type { files } from './en/files';
import type { offline } from './en/offline';
import type { pictures } from './en/pictures';
import type { readingHelp } from './en/reading-help';
import type { readingSettings } from './en/reading-settings';
import type { receipts } from './en/receipts';
import type { signifiers } from './en/signifiers';
import type { tell } from './en/tell';
import type { telling } from './en/telling';
import type { ways } from './en/ways';

/**
 * All that Tell says, in one language. A catalogue that Tell gets is named here: from then on no language compiles
 * without it, and a key added to an English catalogue is missed in every other one at once.
 */
export interface Language {
  readonly locale: string;
  /** How numbers are written; left out = as the locale does. */
  readonly numbers?: string;
  readonly tell: Translated<typeof tell>;
  readonly telling: Translated<typeof telling>;
  readonly receipts: Translated<typeof receipts>;
  readonly files: Translated<typeof files>;
  readonly ways: Translated<typeof ways>;
  readonly pictures: Translated<typeof pictures>;
  readonly consent: Translated<typeof consent>;
  readonly amounts: Translated<typeof amounts>;
  readonly readingHelp: Translated<typeof readingHelp>;
  readonly readingSettings: Translated<typeof readingSettings>;
  readonly signifiers: Translated<typeof signifiers>;
  readonly offline: Translated<typeof offline>;
  readonly fault: Translated<typeof fault>;
  /** Words that Sheaf ships inside a programme: contacts and areas, by their English. */
  readonly contacts: Readonly<Record<(typeof contacts)[number], string>>;
}
