import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { BLOCK_STATE, type Block } from '$lib/analysis/representation/block';
import { meanOf } from '$lib/explore/compare/mean-regions';

const ROWS = 400;
const random = seededRandom('mean-regions');
const block: Block = {
  id: 'triad.a',
  signifier: 'triad.a',
  kind: 'triad',
  width: 2,
  coordinates: Float64Array.from({ length: 2 * ROWS }, (_, i) => (i % 2 === 0 ? 0.5 : 0.3) + 0.1 * random.normal()),
  state: new Uint8Array(ROWS).fill(BLOCK_STATE.answered),
};
const inSessions = (count: number): Uint32Array => Uint32Array.from({ length: ROWS }, (_, row) => row % count);
const first = (count: number): Uint8Array => Uint8Array.from({ length: ROWS }, (_, row) => (row < count ? 1 : 0));

describe('the mean of a group on a triad', () => {
  it('lies where its stories lie, with an ellipse around it', () => {
    const mean = meanOf(block, inSessions(20), first(ROWS));
    expect(mean?.mean[0]).toBeCloseTo(0.5, 1);
    expect(mean?.mean[1]).toBeCloseTo(0.3, 1);
    expect(mean?.semiAxes[0]).toBeGreaterThan(0);
  });

  it('is not drawn under 30 answers or 10 sessions, and counts answers only', () => {
    expect(meanOf(block, inSessions(20), first(29))).toBeNull();
    expect(meanOf(block, inSessions(9), first(ROWS))).toBeNull();
    const silent = { ...block, state: new Uint8Array(ROWS).fill(BLOCK_STATE.unanswered) };
    expect(meanOf(silent, inSessions(20), first(ROWS))).toBeNull();
  });

  it('is wider for fewer stories', () => {
    const many = meanOf(block, inSessions(20), first(ROWS));
    const few = meanOf(block, inSessions(20), first(60));
    expect(few?.semiAxes[0]).toBeGreaterThan(many?.semiAxes[0] ?? Infinity);
  });
});
