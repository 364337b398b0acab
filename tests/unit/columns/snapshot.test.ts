import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOT_APPLICABLE, NOT_ASKED, NOT_IN_STORY, UNANSWERED } from '$lib/columns/codes';
import { COLUMN } from '$lib/columns/column-names';
import { decodeSnapshot, SnapshotError } from '$lib/columns/decode-snapshot';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import { triadFromUnits, triadUnits, UNITS } from '$lib/columns/quantise';
import type { Snapshot } from '$lib/columns/snapshot';
import type { SnapshotRow } from '$lib/columns/snapshot-row';
import type { Answer } from '$lib/domain/signifier/answer';
import { ZONES, zoneOf } from '$lib/domain/signifier/zone';
import { framework, programme, rowArbitrary } from '../../fixtures/story-arbitrary';

const encoded = (rows: SnapshotRow[]): Snapshot => decodeSnapshot(encodeSnapshot(programme, framework, rows));
const oneRow = (): SnapshotRow => fc.sample(rowArbitrary, { numRuns: 1, seed: 7 })[0] as SnapshotRow; // numRuns is 1

/** Reads one answer back out of the columns, knowing only the format. */
function answerAt(snapshot: Snapshot, id: string, row: number): unknown {
  const entry = [...snapshot.head.signifiers, ...snapshot.head.questions].find((candidate) => candidate.id === id);
  const at = (name: string): number => snapshot.columns.get(name)?.[row] ?? NaN;
  const wide = (code: number) =>
    new Map([
      [NOT_ASKED, 'not_asked'],
      [UNANSWERED, 'unanswered'],
      [NOT_APPLICABLE, 'not_applicable'],
      [NOT_IN_STORY, 'not_in_story'],
    ]).get(code);
  switch (entry?.kind) {
    case 'triad': {
      const a = at(COLUMN.triadA(id));
      return wide(a) ?? { ...triadFromUnits(a, at(COLUMN.triadB(id))), zone: ZONES[at(COLUMN.triadZone(id))] };
    }
    case 'slider':
      return wide(at(COLUMN.slider(id))) ?? at(COLUMN.slider(id)) / UNITS;
    case 'stones':
      return (
        wide(at(COLUMN.state(id)) + 65_280) ??
        entry.stones.map((stone) => {
          const x = at(COLUMN.stoneX(id, stone));
          return wide(x) ?? [x / UNITS, at(COLUMN.stoneY(id, stone)) / UNITS];
        })
      );
    case 'choice': {
      if (!entry.many) return wide(at(COLUMN.choice(id)) + 65_280) ?? [entry.options[at(COLUMN.choice(id))]];
      const chosen = entry.options.filter((_, i) => (at(COLUMN.bits(id, i >>> 5)) & (1 << (i & 31))) !== 0);
      return wide(at(COLUMN.state(id)) + 65_280) ?? chosen;
    }
    case 'text':
    case 'number':
    case undefined:
      return wide(at(COLUMN.state(id)) + 65_280) ?? 'answered';
  }
}

function expected(answer: Answer | undefined, id: string): unknown {
  if (answer === undefined) return 'not_asked';
  if (answer.state !== 'answered') return answer.state;
  switch (answer.kind) {
    case 'triad':
      return {
        ...triadFromUnits(answer.at.a * UNITS, answer.at.b * UNITS),
        zone: zoneOf(triadFromUnits(answer.at.a * UNITS, answer.at.b * UNITS)),
      };
    case 'slider':
      return answer.at;
    case 'stones': {
      const signifier = framework.signifiers.find((candidate) => candidate.id === id);
      const stones = signifier?.kind === 'stones' ? signifier.stones : [];
      return stones.map((stone) => {
        const placed = answer.stones[stone.id];
        if (placed === undefined) return 'unanswered';
        return placed.state === 'placed' ? [placed.x, placed.y] : 'not_in_story';
      });
    }
    case 'choice':
      return answer.chosen;
    case 'text':
    case 'number':
      return 'answered';
  }
}

describe('a column snapshot', () => {
  test('gives back every answer of every story, gaps kept apart', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { maxLength: 8 }), (rows) => {
        const snapshot = encoded(rows);
        expect(Array.from(snapshot.serial)).toEqual(rows.map((row) => row.serial));
        expect(Array.from(snapshot.month)).toEqual(rows.map((row) => row.monthReceived));
        expect(Array.from(snapshot.readable)).toEqual(rows.map((row) => row.readable));
        rows.forEach(({ story }, row) => {
          for (const { id } of framework.signifiers)
            expect([id, roughly(answerAt(snapshot, id, row))]).toEqual([id, roughly(expected(story.answers[id], id))]);
          for (const { id } of snapshot.head.questions)
            expect([id, answerAt(snapshot, id, row)]).toEqual([id, expected(story.about.questions[id], id)]);
        });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('keeps corners, edges and sums of a triad exactly', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, fc.constantFrom('inside', 'edge', 'corner'), (p, q, where) => {
        const a = where === 'corner' ? 1 : Math.min(p, q);
        const c = where === 'inside' ? 1 - Math.max(p, q) : 0;
        const units = triadUnits({ a, b: 1 - a - c, c });
        expect(units.a + units.b + units.c).toBe(UNITS);
        if (c === 0) expect(units.c).toBe(0);
        if (where === 'corner') expect(units).toEqual({ a: UNITS, b: 0, c: 0 });
        expect(Math.abs(units.a / UNITS - a)).toBeLessThan(1 / UNITS);
      }),
    );
  });

  test('holds neither words nor device facts nor the names of clusters nor reach questions', () => {
    const row = oneRow();
    const story = { ...row.story, title: 'A secret title', text: 'Secret words', collector: 'QQQQQQ' };
    const bytes = encodeSnapshot(programme, framework, [{ ...row, story, cluster: 'QQQQQQ/2026-W40' }]);
    const text = new TextDecoder('latin1').decode(bytes);
    for (const absent of ['Secret', 'secret', 'QQQQQQ', 'W40', story.id, 'demo.background'])
      expect(text).not.toContain(absent);
    expect(text).toContain('demo.age');
  });

  test('puts a story told in a ward into the committee that holds the ward', () => {
    const row = oneRow();
    const places = { ward: { area: 'burngreave', basis: 'teller' as const } };
    const { head, columns } = encoded([{ ...row, story: { ...row.story, about: { ...row.story.about, places } } }]);
    const lac = head.schemes.find((scheme) => scheme.id === 'lac');
    expect(lac?.areas[columns.get(COLUMN.place('lac'))?.[0] ?? -1]).toBe('north_east');
  });

  test('keeps options that the framework no longer has', () => {
    const row = oneRow();
    const gone: Answer = { kind: 'choice', state: 'answered', chosen: ['gone'] };
    const snapshot = encoded([{ ...row, story: { ...row.story, answers: { 'mcq.feel': gone } } }]);
    expect(answerAt(snapshot, 'mcq.feel', 0)).toEqual(['gone']);
  });

  test('can be read from bytes that begin at an odd address', () => {
    const bytes = encodeSnapshot(programme, framework, [oneRow()]);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeSnapshot(shifted.subarray(3)).rows).toBe(1);
  });

  test.each([
    ['other bytes', (_: Uint8Array) => new TextEncoder().encode('<!doctype html><title>no</title>'), 'not_a_snapshot'],
    ['nothing', (_: Uint8Array) => new Uint8Array(0), 'not_a_snapshot'],
    ['a later version', (bytes: Uint8Array) => bytes.fill(9, 8, 9), 'other_version'],
    ['a head that is cut off', (bytes: Uint8Array) => bytes.slice(0, 100), 'damaged'],
    ['columns that are cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 400), 'damaged'],
    ['a head that is no JSON', (bytes: Uint8Array) => bytes.fill(33, 16, 20), 'damaged'],
  ])('refuses %s with its reason', (_name, spoil, kind) => {
    const spoilt = spoil(encodeSnapshot(programme, framework, Array.from({ length: 20 }, oneRow)));
    expect(() => decodeSnapshot(spoilt)).toThrowError(SnapshotError);
    expect(() => decodeSnapshot(spoilt)).toThrowError(expect.objectContaining({ kind }));
  });
});

function roughly(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)),
  );
}
