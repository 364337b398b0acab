import type { Translate } from '../i18n/catalogue';
import type { care } from '../i18n/en/care';
import type { contact } from '../i18n/en/contact';
import type { WaitingCall } from '../protocol/care';
import { moment } from './when';

/**
 * What each call is called beside the others of its list: who, and when. Calls of the same minute are numbered, so that
 * nobody who hears a field alone writes about another child.
 */
export function callNames(
  calls: readonly WaitingCall[],
  { t, c }: { t: Translate<typeof care>; c: Translate<typeof contact> },
  now: Date,
  timeZone: string,
): ReadonlyMap<string, string> {
  const alike = new Map<string, string[]>();
  for (const { id, at, audience } of calls) {
    const name = c('call', { who: t(`audience_${audience}`), when: moment(t, new Date(at), now, timeZone) });
    alike.set(name, [...(alike.get(name) ?? []), id]);
  }
  return new Map(
    [...alike].flatMap(([name, ids]) =>
      ids.map((id, index) => [id, ids.length === 1 ? name : c('call_numbered', { name, n: index + 1 })]),
    ),
  );
}
