import { first } from './001-first';
import { signIn } from './002-sign-in';
import { regions } from './003-regions';
import { releases } from './004-releases';
import { media } from './005-media';
import { sealedHelp } from './007-sealed-help';
import { recordings } from './008-recordings';
import { withdrawals } from './009-withdrawals';
import { contentKeys } from './010-content-keys';
import { erasures } from './011-erasures';
import { answeredNotes } from './012-answered-notes';
import type { Migration } from '../../migration';

/** In order. A new step is a new file and a line here; a number may be missing. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  signIn,
  regions,
  releases,
  media,
  sealedHelp,
  recordings,
  withdrawals,
  contentKeys,
  erasures,
  answeredNotes,
];
