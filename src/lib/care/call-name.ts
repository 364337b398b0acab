import type { Translate } from '../i18n/catalogue';
import type { care } from '../i18n/en/care';
import type { contact } from '../i18n/en/contact';
import type { WaitingCall } from '../protocol/care';
import { moment } from './when';

/** As many as tell calls of one minute apart. */
const REF_LETTERS = 4;

/**
 * What a call is called wherever it is listed: who, when, and the end of its id, so that nobody who hears a field alone, or
 * noted a name yesterday, takes it for another child's. The id of a call ends at random (UUID, version 7).
 */
export function callName(
  { id, at, audience }: WaitingCall,
  { t, c }: { t: Translate<typeof care>; c: Translate<typeof contact> },
  now: Date,
  timeZone: string,
): string {
  const when = moment(t, new Date(at), now, timeZone);
  return c('call', { who: t(`audience_${audience}`), when, ref: id.slice(-REF_LETTERS).toUpperCase() });
}
