import { describe, expect, it } from 'vitest';
import { leaningsOf } from '$lib/analysis/shifts/leaning';
import { STONE_SCALE, triadPlane } from '$lib/analysis/representation/design-scale';

describe('where stories lean', () => {
  it.each([
    { kind: 'triad', width: 2, at: triadPlane(0.5, 0.5), part: { kind: 'zone', zone: 'BC' } },
    { kind: 'slider', width: 1, at: [0.39], part: { kind: 'end', end: 'first' } },
    { kind: 'slider', width: 1, at: [0.5], part: { kind: 'end', end: 'middle' } },
    { kind: 'slider', width: 1, at: [0.6], part: { kind: 'end', end: 'second' } },
    { kind: 'ring', width: 1, at: [1], part: { kind: 'ring', ring: 2 } },
    { kind: 'stone', width: 2, at: [0.9 * STONE_SCALE, 0.1 * STONE_SCALE], part: { kind: 'cell', column: 3, row: 0 } },
    { kind: 'choice', width: 3, at: [0, 0, 0.2], part: { kind: 'option', option: 2 } },
    { kind: 'option', width: 1, at: [0.57], part: { kind: 'chosen' } },
  ] as const)('knows the part of a $kind', ({ kind, width, at, part }) => {
    const { parts, partOf } = leaningsOf(kind, width);
    expect(parts[partOf(Float64Array.from(at), 0)]).toEqual(part);
  });
});
