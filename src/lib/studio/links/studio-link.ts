import type { Audience } from '../../domain/audience';
import type { DeviceKind } from '../../domain/programme/device-kind';
import type { Translate } from '../../i18n/catalogue';
import type { links } from '../../i18n/en/links';

/** A link as the server lists it; days as YYYY-MM-DD. */
export interface StudioLink {
  readonly code: string;
  readonly name: string;
  readonly device: DeviceKind;
  readonly audiences: readonly Audience[];
  readonly place: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly limit: number | null;
  readonly state: 'not_yet' | 'open' | 'full' | 'closed' | 'revoked';
}

/** Of which programme: what the frame of every staff page says. */
export interface StudioProgramme {
  readonly slug: string;
  readonly name: string;
  readonly state: string;
  readonly origin: string;
}

export function isOver({ state }: Pick<StudioLink, 'state'>): boolean {
  return state === 'closed' || state === 'revoked';
}

// A day is the same wherever it is read: it is written as it would be at Greenwich.
const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function daysOf({ from, until }: Pick<StudioLink, 'from' | 'until'>, t: Translate<typeof links>): string {
  const [first, last] = [from, until].map((day) => (day === null ? null : written.format(new Date(day))));
  if (first && last) return t('days_between', { from: first, until: last });
  if (first) return t('days_from', { from: first });
  return last ? t('days_until', { until: last }) : t('days_always');
}

/** Whether an address leads to the very machine it is opened on: no phone gets anywhere by it. */
export function leadsHome(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
