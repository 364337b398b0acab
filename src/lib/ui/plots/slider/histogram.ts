import { curveStep, line } from 'd3-shape';

/** A slider's bins as drawn: the selection as bars, the rest as a step line, both as shares of their own. */
export interface Histogram {
  readonly bars: readonly { readonly x: number; readonly width: number; readonly height: number }[];
  /** Empty when there is no rest. */
  readonly steps: string;
}

interface Box {
  readonly width: number;
  /** Where the tallest would begin. */
  readonly top: number;
  readonly height: number;
  readonly mirrored: boolean;
}

export function histogram(chosen: readonly number[], everything: readonly number[], box: Box): Histogram {
  const rest = everything.map((count, bin) => count - (chosen[bin] ?? 0));
  const chosenShares = shares(chosen);
  const restShares = shares(rest);
  const most = Math.max(...chosenShares, ...restShares, Number.EPSILON);
  const pitch = box.width / Math.max(1, chosen.length);
  const bar = Math.min(3.6 * Math.max(1, pitch / 6.4), pitch * 0.62);
  const at = (bin: number): number => (box.mirrored ? chosen.length - 1 - bin : bin) * pitch;
  const bars = chosenShares.map((share, bin) => ({
    x: at(bin) + (pitch - bar) / 2,
    width: bar,
    height: (share / most) * box.height,
  }));
  return { bars, steps: stepLine(restShares, most, box) };
}

function stepLine(values: readonly number[], most: number, box: Box): string {
  if (values.every((value) => value === 0)) return '';
  const pitch = box.width / values.length;
  const ordered = box.mirrored ? [...values].reverse() : values;
  const middles = ordered.map((value, i): [number, number] => [
    (i + 0.5) * pitch,
    box.top + box.height * (1 - value / most),
  ]);
  const first = middles[0]?.[1] ?? box.top + box.height;
  const last = middles[middles.length - 1]?.[1] ?? box.top + box.height;
  const points: [number, number][] = [[0, first], ...middles, [box.width, last]];
  return line<[number, number]>().curve(curveStep)(points) ?? '';
}

export function shares(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => (sum === 0 ? 0 : count / sum));
}
