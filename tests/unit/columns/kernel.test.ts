import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATES, type Clause } from '$lib/columns/clause';
import { tidyClause } from '$lib/columns/clause-link';
import { createKernel } from '$lib/columns/create-kernel';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import { dimensionsOf, type Dimension } from '$lib/columns/dimension';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import type { Kernel, Selection, Tally } from '$lib/columns/kernel';
import type { SnapshotRow } from '$lib/columns/snapshot-row';
import { ZONES } from '$lib/domain/signifier/zone';
import { naivePasses, naiveTally } from '../../fixtures/naive-kernel';
import { framework, programme, rowArbitrary } from '../../fixtures/story-arbitrary';

const kernelOf = (rows: readonly SnapshotRow[]): Kernel =>
  createKernel(decodeSnapshot(encodeSnapshot(programme, framework, rows)));

const sample = fc.sample(rowArbitrary, { numRuns: 200, seed: 11 });
const sampleKernel = kernelOf(sample);

const states = fc.option(fc.subarray([...STATES]), { nil: undefined, freq: 3 });
const within = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });

/** A circle of points, convex after rounding, off the grid of placements. */
const polygon = fc
  .tuple(within(0, 1), within(0, 1), within(0.05, 0.8), fc.integer({ min: 3, max: 24 }))
  .map(([x, y, radius, corners]) =>
    Array.from({ length: corners }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * i) / corners;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );

function clauseFor(dimension: Dimension, source: string): fc.Arbitrary<Clause> {
  const common = { source: fc.constant(source), dimension: fc.constant(dimension.id) };
  const withStates = (one: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> =>
    fc.tuple(one, states).map(([clause, list]) => (list === undefined ? clause : { ...clause, states: list }));
  const options = (from: readonly string[]) =>
    fc.record({ kind: fc.constant('options' as const), ...common, options: fc.subarray([...from]) });
  const lasso = (stone?: string) =>
    fc
      .record({ kind: fc.constant('polygon' as const), ...common, points: polygon })
      .map((clause) => (stone === undefined ? clause : { ...clause, stone }));
  const cells = (stone: string): fc.Arbitrary<Clause> =>
    fc.record({
      kind: fc.constant('cells' as const),
      ...common,
      stone: fc.constant(stone),
      cells: fc.array(fc.nat(11)),
    });
  switch (dimension.kind) {
    case 'triad':
      return withStates(
        fc.oneof(
          lasso(),
          fc.record({ kind: fc.constant('zones' as const), ...common, zones: fc.subarray([...ZONES]) }),
        ),
      );
    case 'slider':
      return withStates(
        fc.record({ kind: fc.constant('range' as const), ...common, from: within(0, 0.6), to: within(0.4, 1) }),
      );
    case 'stones':
      return withStates(fc.constantFrom(...dimension.stones).chain((stone) => fc.oneof(lasso(stone), cells(stone))));
    case 'category':
    case 'multiple':
      return withStates(options(dimension.options));
    case 'months':
      return fc.record({
        kind: fc.constant('months' as const),
        ...common,
        from: fc.integer({ min: 678, max: 686 }),
        to: fc.integer({ min: 684, max: 692 }),
      });
    case 'number':
    case 'text':
      return withStates(options([]));
  }
}

/** Some clauses from a few views; two views may look at the same dimension, one view may hold several clauses. */
const selectionOf = (dimensions: readonly Dimension[]): fc.Arbitrary<Clause[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...dimensions), fc.constantFrom('', 'other', 'third'))
      .chain(([dimension, source]) => clauseFor(dimension, source === '' ? dimension.id : source)),
    { maxLength: 4 },
  );

const plain = ({ n, counts, states: s, stones }: Tally) => ({
  n,
  counts,
  states: {
    answered: s.answered,
    not_applicable: s.notApplicable,
    unanswered: s.unanswered,
    not_asked: s.notAsked,
  },
  stones: stones.map(({ placed, notInStory, untouched, cells }) => ({ placed, notInStory, untouched, cells })),
});

function agrees(kernel: Kernel, rows: readonly SnapshotRow[], clauses: readonly Clause[], selection: Selection): void {
  const dimensionOf = (id: string) => kernel.dimensions.find((dimension) => dimension.id === id) as Dimension; // made from them
  const passes = (row: SnapshotRow, view: string | null): boolean =>
    clauses.every(
      (clause) => clause.source === view || naivePasses(row, tidyClause(clause), dimensionOf(clause.dimension)),
    );
  const selected = rows.filter((row) => passes(row, null));
  expect(selection.n).toBe(selected.length);
  expect(selection.readable).toBe(selected.filter((row) => row.readable === 2).length);
  for (const shown of selection.views) {
    const others = rows.filter((row) => passes(row, shown.view));
    expect([shown.view, plain(shown.selection)]).toEqual([shown.view, naiveTally(others, shown.dimension)]);
    expect(plain(shown.everything)).toEqual(naiveTally(rows, shown.dimension));
    const unfiltered = ~selection.bitOf(shown.view);
    expect(selection.fail.filter((mask) => (mask & unfiltered) === 0)).toHaveLength(others.length);
  }
  expect(kernel.serials(selection)).toEqual(selected.map((row) => row.serial));
}

describe('the selection kernel', () => {
  test('counts what a plain reading of the stories counts, whatever is selected, one selection after another', () => {
    fc.assert(
      fc.property(fc.array(selectionOf(sampleKernel.dimensions), { minLength: 1, maxLength: 3 }), (selections) => {
        for (const clauses of selections) {
          const views = [
            ...sampleKernel.views.filter((_, i) => i % 3 === clauses.length % 3),
            { id: 'other', dimension: '_audience' },
          ];
          agrees(sampleKernel, sample, clauses, sampleKernel.select(clauses, views));
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('never filters a view by its own clause', () => {
    const own: Clause = { kind: 'zones', source: 'triad.right', dimension: 'triad.right', zones: ['A'] };
    const { views, n } = sampleKernel.select([own]);
    const triad = views.find((view) => view.view === 'triad.right');
    const months = views.find((view) => view.view === '_month');
    expect(triad?.selection).toEqual(triad?.everything);
    expect(months?.selection.n).toBe(n);
    expect(n).toBe(triad?.everything.counts[0]);
  });

  test('forgets a clause that was taken away', () => {
    sampleKernel.select([{ kind: 'options', source: 'a', dimension: '_audience', options: ['child'] }]);
    const { n, views } = sampleKernel.select([]);
    expect(n).toBe(sample.length);
    for (const view of views) expect(view.selection).toEqual(view.everything);
  });

  test('lets 32 views filter at once and refuses a 33rd', () => {
    const clauses = (count: number): Clause[] =>
      Array.from({ length: count }, (_, i) => ({
        kind: 'options',
        source: `v${i}`,
        dimension: '_audience',
        options: ['child', i === count - 1 ? 'child' : 'pro'],
      }));
    const { n, bitOf, fail } = sampleKernel.select(clauses(32));
    expect(n).toBe(sample.filter((row) => row.story.audience === 'child').length);
    expect(fail.filter((mask) => (mask & ~bitOf('v31')) === 0).length).toBe(
      sample.filter((row) => ['child', 'pro'].includes(row.story.audience)).length,
    );
    expect(() => sampleKernel.select(clauses(33))).toThrow('32');
  });

  test('names clauses that speak of nothing in this programme and answers without them', () => {
    const unknown: Clause = { kind: 'zones', source: 'x', dimension: 'triad.gone', zones: ['A'] };
    const wrong: Clause = { kind: 'range', source: 'y', dimension: 'triad.right', from: 0, to: 1 };
    const stoneless: Clause = {
      kind: 'polygon',
      source: 'z',
      dimension: 'stones.near',
      points: [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
    };
    expect(sampleKernel.check([unknown, wrong, stoneless]).map(({ kind }) => kind)).toEqual([
      'unknown_dimension',
      'wrong_kind',
      'wrong_kind',
    ]);
    expect(sampleKernel.select([unknown, wrong, stoneless]).n).toBe(sample.length);
  });

  test('hands out the serials of readable stories page by page', () => {
    const selection = sampleKernel.select([]);
    const readable = sample.filter((row) => row.readable === 2).map((row) => row.serial);
    expect(sampleKernel.serials(selection, { readableOnly: true, offset: 5, limit: 7 })).toEqual(readable.slice(5, 12));
  });

  test('answers a programme without stories', () => {
    const { n, views } = kernelOf([]).select([{ kind: 'range', source: 's', dimension: 'dyad.alone', from: 0, to: 1 }]);
    expect(n).toBe(0);
    expect(views.every((view) => view.selection.n === 0)).toBe(true);
  });

  test('has a dimension for every signifier, place scheme and month, and none for reach questions', () => {
    const ids = dimensionsOf(sampleKernel.snapshot).map((dimension) => dimension.id);
    expect(ids).toContain('stones.helped');
    expect(ids).toContain('_place.ward');
    expect(ids).not.toContain('demo.background');
  });
});
