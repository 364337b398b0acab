import type { Clause } from '../columns/clause';
import type { Dimension } from '../columns/dimension';
import { planePoint } from '../domain/signifier/spaces';
import { fromPlane } from '../domain/signifier/triad';
import { ZONE_LABELS, zoneOf, type Zone } from '../domain/signifier/zone';
import type { ViewWords } from './view-words';
import { t } from './words';

/** A filter in words: how the sentence leads to it, and what stands in its chip. */
export interface ClauseWords {
  readonly lead: 'lean' | 'say' | 'with';
  readonly text: string;
  /** A lasso: its words name the zone in its middle, not its border. */
  readonly drawn?: true;
}

const MOST_NAMED = 2;

/** "a", "a or b", "a or 3 more". */
export function oneOf(names: readonly string[]): string {
  const [first = '', second] = names;
  if (second === undefined) return first;
  if (names.length <= MOST_NAMED) return first + t('sentence.or') + second;
  return t('sentence.more', { first, n: names.length - 1 });
}

export function clauseWords(clause: Clause, dimension: Dimension, words: ViewWords): ClauseWords {
  const label = (id: string): string => words.labels.find((candidate) => candidate.id === id)?.label ?? id;
  const gaps = clause.states ?? [];
  const states =
    gaps.length === 0
      ? null
      : t('chip.states', { title: words.title, states: oneOf(gaps.map((state) => t(`chip.state.${state}`))) });
  switch (clause.kind) {
    case 'zones':
      if (clause.zones.length === 0 && states !== null) return { lead: 'with', text: states };
      return { lead: 'lean', text: oneOf(clause.zones.map((zone) => zonePhrase(zone, words))) };
    case 'cells':
      return { lead: 'with', text: t('chip.stone', { stone: label(clause.stone) }) };
    case 'polygon':
      if (dimension.kind === 'stones')
        return { lead: 'with', text: t('chip.stone', { stone: label(clause.stone ?? '') }) };
      return { lead: 'lean', text: zonePhrase(middleZone(clause.points), words), drawn: true };
    case 'range':
      return { lead: 'lean', text: sliderPhrase(clause.from, clause.to, words) };
    case 'options':
      if (clause.options.length === 0) return { lead: 'with', text: states ?? words.title };
      return {
        lead: 'say',
        text: t('chip.options', { title: words.title, options: oneOf(clause.options.map(label)) }),
      };
    case 'months':
      return { lead: 'with', text: words.title };
  }
}

function zonePhrase(zone: Zone, words: ViewWords): string {
  const [first = '', second, third] = ZONE_LABELS[zone].map((index) => inSentence(words.labels[index]?.label ?? ''));
  if (third !== undefined) return t('chip.centre', { title: words.title });
  return second === undefined ? t('chip.corner', { label: first }) : t('chip.edge', { first, second });
}

function sliderPhrase(from: number, to: number, { labels, title }: ViewWords): string {
  const end = (index: number): string => inSentence(labels[index]?.label ?? '');
  if (to <= 0.5) return t('chip.sliderFirst', { first: end(0), title });
  return from >= 0.5 ? t('chip.sliderFirst', { first: end(1), title }) : t('chip.sliderMiddle', { title });
}

/** The zone that a lasso's middle lies in. */
function middleZone(points: readonly (readonly [number, number])[]): Zone {
  const x = points.reduce((sum, point) => sum + point[0], 0) / Math.max(1, points.length);
  const y = points.reduce((sum, point) => sum + point[1], 0) / Math.max(1, points.length);
  return zoneOf(fromPlane(planePoint(x, y)));
}

/** A label inside a sentence begins small, unless its first word is all capitals or "I". */
export function inSentence(label: string): string {
  return /^(I\b|[A-Z]{2})/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
