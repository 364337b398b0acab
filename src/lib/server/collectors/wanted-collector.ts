import type { Audience } from '../../domain/audience';
import type { Framework } from '../../domain/framework/framework';
import type { AskedCollector, CollectorFaults } from '../../domain/programme/asked-collector';
import { CollectorSchema, type Collector } from '../../domain/programme/collector';
import { DEVICE_KINDS, MODE_FOR } from '../../domain/programme/device-kind';
import { dayBegins, dayEnds } from '../../domain/programme/local-day';
import type { Programme } from '../../domain/programme/programme';

export type Wanted =
  | { readonly kind: 'wanted'; readonly collector: Omit<Collector, 'code'> }
  | { readonly kind: 'faults'; readonly faults: CollectorFaults };

/** Reads what was asked for, with all that is wrong at once. */
export function wantedCollector(asked: AskedCollector, programme: Programme, framework: Framework, now: Date): Wanted {
  const name = asked.name.trim().replace(/\s+/g, ' ');
  const device = DEVICE_KINDS.find((kind) => kind === asked.device);
  const audiences = audiencesOf(asked.audiences, framework);
  const opens = asked.from === '' ? null : dayBegins(asked.from);
  const closes = asked.until === '' ? null : dayEnds(asked.until);
  const places = presetPlaces(programme, framework);
  const until = untilFault(asked, opens, closes, now);

  const faults: CollectorFaults = {
    ...(name === ''
      ? { name: 'missing' }
      : CollectorSchema.shape.name.safeParse(name).success
        ? {}
        : { name: 'too_long' }),
    ...(device === undefined ? { device: 'missing' } : {}),
    ...(Array.isArray(audiences) ? {} : { audiences }),
    ...(asked.from !== '' && opens === null ? { from: 'not_a_day' } : {}),
    ...(until === null ? {} : { until }),
    ...(asked.place === '' || places.some(({ area }) => area === asked.place) ? {} : { place: 'unknown' }),
  };
  if (device === undefined || !Array.isArray(audiences) || Object.keys(faults).length > 0)
    return { kind: 'faults', faults };
  const { scheme } = framework.place;
  return {
    kind: 'wanted',
    collector: {
      programme: programme.slug,
      name,
      frameworkPolicy: 'latest',
      framework: programme.framework,
      audiences,
      mode: MODE_FOR[device],
      ...(asked.place === '' ? {} : { presetPlace: { scheme, area: asked.place } }),
      opensAt: opens?.toISOString() ?? null,
      closesAt: closes?.toISOString() ?? null,
      limit: null,
      revoked: false,
    },
  };
}

/** The areas that a link can set: those of the one scheme in which tellers are asked where they live. */
export function presetPlaces(programme: Programme, framework: Framework): { area: string; name: string }[] {
  const asked = programme.areaSchemes.find(({ id }) => id === framework.place.scheme);
  return (asked?.areas ?? []).map(({ id, name }) => ({ area: id, name }));
}

/** In the framework's order, each once. */
function audiencesOf(asked: readonly string[], framework: Framework): Audience[] | 'missing' | 'unknown' {
  if (asked.length === 0) return 'missing';
  const known = asked.every((one) => framework.audiences.some((audience) => audience === one));
  return known ? framework.audiences.filter((audience) => asked.includes(audience)) : 'unknown';
}

function untilFault(
  { until }: AskedCollector,
  opens: Date | null,
  closes: Date | null,
  now: Date,
): NonNullable<CollectorFaults['until']> | null {
  if (until === '') return null;
  if (closes === null) return 'not_a_day';
  if (closes <= now) return 'over';
  return opens !== null && closes <= opens ? 'before_first' : null;
}
