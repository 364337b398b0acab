import { AUDIENCES, VOICES } from '../domain/audience';
import type { Snapshot } from './snapshot';

/**
 * Something stories can be counted and filtered by. Everything that is one of a list (single choice, places, audience,
 * voice, prompt, language) is a `category`; `months` counts from `first`.
 */
export type Dimension =
  | { readonly kind: 'triad'; readonly id: string; readonly labels: readonly string[] }
  | { readonly kind: 'slider'; readonly id: string; readonly labels: readonly string[] }
  | {
      readonly kind: 'stones';
      readonly id: string;
      readonly canvas: 'axes' | 'rings';
      readonly stones: readonly string[];
    }
  | { readonly kind: 'category'; readonly id: string; readonly options: readonly string[] }
  | { readonly kind: 'multiple'; readonly id: string; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly id: string }
  | { readonly kind: 'text'; readonly id: string }
  | { readonly kind: 'months'; readonly id: string; readonly first: number; readonly count: number };

/** Dimension ids that are not ids of signifiers or questions. `_` cannot begin those, so nothing collides. */
export const DIMENSION = {
  months: '_month',
  audience: '_audience',
  voice: '_voice',
  prompt: '_prompt',
  locale: '_locale',
  readable: '_readable',
  place: (scheme: string) => `_place.${scheme}`,
} as const;

/** The three values of `_readable`, in order. */
export const READABLE_OPTIONS = ['held', 'dots', 'readable'] as const;

/** Twenty bins of a slider: 0.05 each, a cut belongs to the upper bin, 1 to the last. */
export const SLIDER_BINS = 20;

/** Every dimension of a snapshot: signifiers and questions in framework order, then places, months and the rest. */
export function dimensionsOf({ head, month }: Snapshot): Dimension[] {
  const asked = [...head.signifiers, ...head.questions].map((entry): Dimension => {
    if (entry.kind !== 'choice') return entry;
    return { kind: entry.many ? 'multiple' : 'category', id: entry.id, options: entry.options };
  });
  const category = (id: string, options: readonly string[]): Dimension => ({ kind: 'category', id, options });
  return [
    ...asked,
    ...head.schemes.map((scheme) => category(DIMENSION.place(scheme.id), scheme.areas)),
    { kind: 'months', id: DIMENSION.months, ...monthSpan(month) },
    category(DIMENSION.audience, AUDIENCES),
    category(DIMENSION.voice, VOICES),
    category(DIMENSION.prompt, head.prompts),
    category(DIMENSION.locale, head.locales),
    category(DIMENSION.readable, READABLE_OPTIONS),
  ];
}

function monthSpan(months: Uint16Array): { first: number; count: number } {
  let first = Infinity;
  let last = -Infinity;
  for (const month of months) {
    if (month < first) first = month;
    if (month > last) last = month;
  }
  return last < first ? { first: 0, count: 0 } : { first, count: last - first + 1 };
}
