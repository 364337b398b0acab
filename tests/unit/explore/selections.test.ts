import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '$lib/columns/create-kernel';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import { SLIDER_BINS } from '$lib/columns/dimension';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import { answerSelection, everythingOf } from '$lib/explore/answer-selection';
import { rangeOfSpan, spanOfRange, toggled } from '$lib/explore/clause-parts';
import { readingOrder } from '$lib/explore/reading-order';
import { triadPoints } from '$lib/explore/points-of';
import { withState } from '$lib/explore/state-clause';
import { framework, programme, rowArbitrary } from '../../fixtures/story-arbitrary';

const rows = fc.sample(rowArbitrary, { numRuns: 300, seed: 5 }).map((row, serial) => ({ ...row, serial }));
const snapshot = decodeSnapshot(encodeSnapshot(programme, framework, rows));
const kernel = createKernel(snapshot);
const ofKind = (kind: string) => kernel.dimensions.filter((dimension) => dimension.kind === kind);

describe('a run of slider bins', () => {
  it('selects exactly the stories that its bars count, cuts included', () => {
    for (const { id } of ofKind('slider')) {
      const counts = everythingOf(kernel)[id]?.counts ?? [];
      for (let from = 0; from < SLIDER_BINS; from += 3) {
        for (let to = from; to < SLIDER_BINS; to += 4) {
          const range = { kind: 'range', source: id, dimension: id, ...rangeOfSpan({ from, to }) } as const;
          const counted = counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
          expect(answerSelection(kernel, [range]).n, `${id} ${from}-${to}`).toBe(counted);
        }
      }
    }
  });

  it('is read back from its values', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 19 }), (p, q) => {
        const span = { from: Math.min(p, q), to: Math.max(p, q) };
        const { from, to } = rangeOfSpan(span);
        expect(spanOfRange(from, to)).toEqual(span);
      }),
    );
  });
});

describe('a cell of a stones canvas', () => {
  it('selects the stories that its count says', () => {
    for (const dimension of ofKind('stones')) {
      if (dimension.kind !== 'stones') continue;
      const tallies = everythingOf(kernel)[dimension.id]?.stones ?? [];
      dimension.stones.forEach((stone, index) => {
        (tallies[index]?.cells ?? []).forEach((count, cell) => {
          const clause = {
            kind: 'cells',
            source: dimension.id,
            dimension: dimension.id,
            stone,
            cells: [cell],
          } as const;
          const { n } = answerSelection(kernel, [{ ...clause, cells: [cell] }]);
          expect(n, `${dimension.id} ${stone} ${cell}`).toBe(count);
        });
      });
    }
  });
});

describe('an answer for the wall', () => {
  it('leaves a view unfiltered by itself, and beside it says what is selected in it', () => {
    const [triad] = ofKind('triad');
    if (!triad) throw new Error('the framework has a triad');
    const answer = answerSelection(kernel, [{ kind: 'zones', source: triad.id, dimension: triad.id, zones: ['A'] }]);
    expect(answer.views[triad.id]?.n).toBe(snapshot.rows);
    expect(answer.final[triad.id]?.n).toBe(answer.n);
    expect(answer.final[triad.id]?.counts[0]).toBe(answer.n);
    expect(answer.fail.filter((word) => word === 0)).toHaveLength(answer.n);
    expect(answer.bits[triad.id]).not.toBe(0);
  });

  it('leaves out what an old link asks of a question that is gone, and says so', () => {
    const gone = { kind: 'zones', source: 'triad.gone', dimension: 'triad.gone', zones: ['A'] } as const;
    const answer = answerSelection(kernel, [{ ...gone, zones: ['A'] }]);
    expect(answer.n).toBe(snapshot.rows);
    expect(answer.refused).toHaveLength(1);
  });

  it('counts each cluster of stories once', () => {
    expect(answerSelection(kernel, []).clusters).toBe(snapshot.head.clusters);
  });
});

describe('the order of reading', () => {
  const readable = [...snapshot.readable].filter((state) => state === 2).length;

  it.each(['any', 'newest', 'typical', 'edge'] as const)('"%s" holds every readable story once', (sort) => {
    const near = triadPoints(snapshot, ofKind('triad')[0]?.id ?? '');
    const order = readingOrder(snapshot, null, sort, near);
    expect(new Set(order).size).toBe(readable);
    expect(order).toHaveLength(readable);
  });

  it('is the same for the same view and seed', () => {
    expect(readingOrder(snapshot, null, 'any', null, 9)).toEqual(readingOrder(snapshot, null, 'any', null, 9));
    expect(readingOrder(snapshot, null, 'any', null, 9)).not.toEqual(readingOrder(snapshot, null, 'any', null, 10));
  });

  it('puts at the edge what is typical last, among stories with a placement', () => {
    const near = triadPoints(snapshot, ofKind('triad')[0]?.id ?? '');
    const typical = readingOrder(snapshot, null, 'typical', near);
    const edge = readingOrder(snapshot, null, 'edge', near);
    const distance = (serial: number | undefined): number => {
      const row = snapshot.serial.findIndex((candidate) => candidate === serial);
      const at = near.rows.indexOf(row);
      const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.hypot((near.x[at] ?? 0) - mean(near.x), (near.y[at] ?? 0) - mean(near.y));
    };
    expect(distance(edge[0])).toBeGreaterThan(distance(typical[0]));
  });
});

describe('parts of filters', () => {
  it('toggle in and out', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });

  it('turn "does not fit" on and off', () => {
    const on = withState([], 'push', 'not_applicable');
    expect(on).toEqual([
      { kind: 'options', source: 'push', dimension: 'push', options: [], states: ['not_applicable'] },
    ]);
    expect(withState(on, 'push', 'not_applicable')).toEqual([]);
  });
});
