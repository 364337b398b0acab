import type { Translated } from './catalogue';
import type { contacts } from './en/contacts';
import type { fault } from './en/fault';
import type { offline } from './en/offline';
import type { signifiers } from './en/signifiers';
import type { tell } from './en/tell';
import type { telling } from './en/telling';

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
  readonly signifiers: Translated<typeof signifiers>;
  readonly offline: Translated<typeof offline>;
  readonly fault: Translated<typeof fault>;
  /** Words that Sheaf ships inside a programme: contacts and areas, by their English. */
  readonly contacts: Readonly<Record<(typeof contacts)[number], string>>;
}
