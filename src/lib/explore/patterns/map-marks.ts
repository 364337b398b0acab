import type { PatternsResult } from '../../analysis/patterns/patterns-result';
import type { Dots } from '../../ui/plots/dots/piles';
import { GROUP_MARKS, type GroupMark } from '../../ui/plots/pair/group-mark';
import { shownPatterns } from './result-words';

/** Where everything stands on the map, in CSS pixels. */
export interface MapMarks {
  /** One layer of dots per pattern shown; the last, `rest`, is of stories in none or, with patterns, between them. */
  readonly layers: readonly { readonly mark: GroupMark; readonly dots: Dots }[];
  readonly centres: readonly { readonly number: number; readonly x: number; readonly y: number }[];
}

const RIM = 18;

/** Colours are as many as tell apart; from the fifth pattern on they come again, and the number tells. */
export function patternMark(number: number): GroupMark {
  return GROUP_MARKS[number % (GROUP_MARKS.length - 1)] ?? 'rest';
}

/** One unit means the same across and up: the map is fitted, never stretched. */
export function mapMarks(result: PatternsResult, width: number, height: number): MapMarks {
  const { stories, centres } = result.map;
  const [x, y] = fitted(stories, width, height);
  const shown = shownPatterns(result);
  const layerOf = Uint8Array.from(result.placedStories, (story) => {
    if (result.kind !== 'patterns' || result.betweenOf[story] === 1) return shown.length;
    const own = shown.findIndex(({ number }) => number === result.patternOf[story]);
    return own === -1 ? shown.length : own;
  });
  const layer = (which: number): Dots => {
    const rows = Uint32Array.from(layerOf.keys()).filter((row) => layerOf[row] === which);
    return {
      x: Float32Array.from(rows, (row) => x(stories[2 * row] ?? 0)),
      y: Float32Array.from(rows, (row) => y(stories[2 * row + 1] ?? 0)),
      count: rows.length,
    };
  };
  return {
    layers: [
      ...shown.map(({ number }, which) => ({ mark: patternMark(number), dots: layer(which) })),
      { mark: 'rest' as const, dots: layer(shown.length) },
    ],
    centres: shown.map(({ number }) => ({
      number,
      x: x(centres[2 * number] ?? 0),
      y: y(centres[2 * number + 1] ?? 0),
    })),
  };
}

type Along = (value: number) => number;

function fitted(places: Float32Array, width: number, height: number): readonly [Along, Along] {
  const [left, right] = spanOf(places, 0);
  const [low, high] = spanOf(places, 1);
  const across = (width - 2 * RIM) / Math.max(1e-6, right - left);
  const scale = Math.max(0, Math.min(across, (height - 2 * RIM) / Math.max(1e-6, high - low)));
  return [
    (value) => width / 2 + (value - (left + right) / 2) * scale,
    (value) => height / 2 - (value - (low + high) / 2) * scale,
  ];
}

function spanOf(places: Float32Array, axis: 0 | 1): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (let i = axis; i < places.length; i += 2) {
    least = Math.min(least, places[i] ?? 0);
    most = Math.max(most, places[i] ?? 0);
  }
  return places.length === 0 ? [0, 0] : [least, most];
}
