import { describe, expect, it } from 'vitest';
import { barRows } from '$lib/ui/plots/bars/bar-rows';
import { extendLasso, isLoop } from '$lib/ui/plots/frame/lasso-path';
import { binAt, withEnd } from '$lib/ui/plots/frame/span';
import { stripOf } from '$lib/ui/plots/frame/states';
import { monthLabels, monthName } from '$lib/ui/plots/months/month-labels';
import { histogram } from '$lib/ui/plots/slider/histogram';
import { axesCell, ringCell } from '$lib/ui/plots/stones/stone-cells';
import { spreadBadges } from '$lib/ui/plots/stones/stone-median';
import { axisEnd, tileShare } from '$lib/ui/plots/tiles/tile-share';
import { openedPlace, tilePlaces } from '$lib/ui/plots/tiles/tile-layout';

describe('bars', () => {
  it('are shares of those who answered; the mark is the same among all others', () => {
    const [yes] = barRows({ ids: ['yes', 'no'], chosen: [3, 1], all: [5, 5], chosenAnswered: 4, allAnswered: 10 });
    expect(yes?.share).toBe(0.75);
    expect(yes?.rest).toBeCloseTo(2 / 6);
    expect(yes?.bar).toBe(1);
  });

  it('have no mark when there are no others', () => {
    const [yes] = barRows({ ids: ['yes'], chosen: [5], all: [5], chosenAnswered: 5, allAnswered: 5 });
    expect(yes?.mark).toBeNull();
  });
});

describe('a slider', () => {
  it('draws the selection as bars and the rest as one step line, each as its own shares', () => {
    const { bars, steps } = histogram([4, 0], [4, 8], { width: 100, top: 0, height: 50, mirrored: false });
    expect(bars.map((bar) => bar.height)).toEqual([50, 0]);
    expect(steps).toContain('M0,50');
  });

  it('draws no line when nobody is left over', () => {
    expect(histogram([4, 8], [4, 8], { width: 100, top: 0, height: 50, mirrored: false }).steps).toBe('');
  });
});

describe('the strip under a title', () => {
  it('keeps the gaps apart and leaves room for who was not asked', () => {
    expect(stripOf({ answered: 5, notApplicable: 2, unanswered: 1, notAsked: 2 })).toEqual({
      solid: 0.5,
      outlined: 0.2,
      dotted: 0.1,
    });
  });
});

describe('a run of bins', () => {
  it.each([
    { x: -5, mirrored: false, bin: 0 },
    { x: 50, mirrored: false, bin: 10 },
    { x: 500, mirrored: false, bin: 19 },
    { x: 5, mirrored: true, bin: 18 },
  ])('finds bin $bin under $x (mirrored: $mirrored)', ({ x, mirrored, bin }) => {
    expect(binAt(x, 100, 20, mirrored)).toBe(bin);
  });

  it('lets one end push the other', () => {
    expect(withEnd({ from: 2, to: 5 }, 'from', 8)).toEqual({ from: 8, to: 8 });
    expect(withEnd({ from: 2, to: 5 }, 'to', 1)).toEqual({ from: 1, to: 1 });
  });
});

describe('a lasso', () => {
  it('stays short however long the hand goes on', () => {
    let points: readonly (readonly [number, number])[] = [];
    for (let i = 0; i < 3_000; i += 1) points = extendLasso(points, [i * 4, (i % 7) * 10]);
    expect(points.length).toBeLessThanOrEqual(160);
  });

  it('is no loop while it is only a twitch', () => {
    expect(
      isLoop([
        [0, 0],
        [1, 0],
        [1, 1],
      ]),
    ).toBe(false);
    expect(
      isLoop([
        [0, 0],
        [10, 0],
        [10, 10],
      ]),
    ).toBe(true);
  });
});

describe('tiles', () => {
  const place = { id: 'north', name: 'North', all: 9, chosen: 3 };

  it('say "too few" under k, never a number', () => {
    expect(tileShare(place, 10, false)).toEqual({ kind: 'few' });
  });

  it('carry an interval when something is selected', () => {
    const share = tileShare({ ...place, all: 90 }, 10, false);
    expect(share).toMatchObject({ kind: 'share', all: 90, chosen: 3 });
    expect(axisEnd([share], 0.05)).toBeGreaterThan(share.kind === 'share' ? share.interval.high : 1);
  });

  it('grow inward when opened, so that no ward leaves the map', () => {
    expect(openedPlace({ row: 2, column: 2 }, 3, 3)).toEqual({ row: 1, column: 1 });
    expect(openedPlace({ row: 0, column: 1 }, 3, 3)).toEqual({ row: 0, column: 1 });
  });

  it('stand in a grid when nobody authored a layout', () => {
    expect(tilePlaces([{}, {}, {}, {}])[3]).toEqual({ row: 1, column: 0 });
  });
});

describe('months', () => {
  it('are named as the months they are', () => {
    expect(monthName(668, 'long')).toBe('September 2025');
  });

  it.each([80, 52, 30, 12, 3])('never touch each other at %i pixels a month', (pitch) => {
    const labels = monthLabels(668, 40, pitch);
    labels
      .slice(1)
      .forEach((label, i) => expect((label.bin - (labels[i]?.bin ?? 0)) * pitch).toBeGreaterThanOrEqual(62));
  });
});

describe('cells of a stones canvas', () => {
  it('are numbered row by row from the bottom', () => {
    expect(axesCell(5)[0]).toEqual([0.25, 1 / 3]);
  });

  it('are rings with a hole round the nearer one', () => {
    expect(ringCell(1).length).toBe(2 * ringCell(0).length);
  });
});

describe('symbols at their medians', () => {
  it('keep clear of each other and remember the place they speak of', () => {
    const middles = [0, 1, 2].map((n) => ({ id: String(n), middle: { x: 50, y: 50 } }));
    const badges = spreadBadges(middles, { x: (x) => x, y: (y) => y }, 30, { width: 200, height: 100 });
    badges.forEach((one, i) => {
      expect([one.atX, one.atY]).toEqual([50, 50]);
      for (const other of badges.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(28);
    });
  });
});
