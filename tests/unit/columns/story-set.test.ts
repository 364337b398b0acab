import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_STATE, NO_GROUP, type Block } from '$lib/analysis/representation/block';
import { OPTION_SCALE, STONE_SCALE, oneHotScale } from '$lib/analysis/representation/design-scale';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import { dimensionsOf } from '$lib/columns/dimension';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import { groupingOf } from '$lib/columns/grouping';
import { UNITS } from '$lib/columns/quantise';
import { storiesAt, storySetOf } from '$lib/columns/story-set';
import type { SnapshotRow } from '$lib/columns/snapshot-row';
import { ringDistance } from '$lib/domain/signifier/stones';
import { toPlane } from '$lib/domain/signifier/triad';
import { barycentric } from '$lib/domain/signifier/spaces';
import { framework, programme, rowArbitrary } from '../../fixtures/story-arbitrary';

const ROUNDING = 1.5 / UNITS;
const manyRows = fc.array(rowArbitrary, { minLength: 1, maxLength: 12 });
const snapshotOf = (rows: SnapshotRow[]) => decodeSnapshot(encodeSnapshot(programme, framework, rows));

/** What a block should hold for one story, from the story itself; null = it has no place there. */
function expectedPlace(block: Block, { story }: SnapshotRow): readonly number[] | 'notApplicable' | 'unanswered' {
  const answer = story.answers[block.signifier];
  if (answer === undefined || answer.state === 'unanswered') return 'unanswered';
  if (answer.state === 'not_applicable') return 'notApplicable';
  const part = block.id.slice(block.signifier.length + 1);
  switch (answer.kind) {
    case 'triad': {
      const { x, y } = toPlane(barycentric(answer.at.a, answer.at.b, answer.at.c));
      return [x, y];
    }
    case 'slider':
      return [answer.at];
    case 'stones': {
      const stone = answer.stones[part];
      if (stone === undefined) return 'unanswered';
      if (stone.state === 'not_in_story') return 'notApplicable';
      return block.kind === 'ring' ? [ringDistance(stone)] : [stone.x * STONE_SCALE, stone.y * STONE_SCALE];
    }
    case 'choice': {
      if (block.kind === 'option') return [answer.chosen.includes(part) ? OPTION_SCALE : 0];
      const signifier = framework.signifiers.find(({ id }) => id === block.signifier);
      const options = signifier?.kind === 'choice' ? signifier.options : [];
      return options.map(({ id }) => (answer.chosen[0] === id ? oneHotScale(options.length) : 0));
    }
    case 'text':
    case 'number':
      return 'unanswered';
  }
}

describe('stories as blocks', () => {
  it('puts every answer where the teller placed it, and keeps the three states apart', () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const set = storySetOf(snapshotOf(rows));
        for (const block of set.blocks) {
          rows.forEach((row, at) => {
            const place = expectedPlace(block, row);
            const state = typeof place === 'string' ? place : 'answered';
            expect([block.id, block.state[at]]).toEqual([block.id, BLOCK_STATE[state]]);
            const found = block.coordinates.slice(at * block.width, (at + 1) * block.width);
            if (typeof place === 'string') return expect(found.every(Number.isNaN)).toBe(true);
            place.forEach((value, i) => expect(Math.abs((found[i] ?? NaN) - value)).toBeLessThan(ROUNDING));
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes only the signifiers that are asked for, and only the stories', () => {
    const rows = fc.sample(manyRows, { numRuns: 1, seed: 3 })[0] ?? [];
    const some = storySetOf(snapshotOf(rows), new Set(['triad.right']));
    expect(some.blocks.map(({ id }) => id)).toEqual(
      framework.signifiers.some(({ id }) => id === 'triad.right') ? ['triad.right'] : [],
    );
    const whole = storySetOf(snapshotOf(rows));
    const last = rows.length - 1;
    const one = storiesAt(whole, Uint32Array.of(last));
    expect(one.rows).toBe(1);
    one.blocks.forEach((block, i) => {
      const from = whole.blocks[i];
      expect(block.state[0]).toBe(from?.state[last]);
      expect([...block.coordinates]).toEqual([...(from?.coordinates.slice(last * block.width) ?? [])]);
    });
  });
});

describe('a grouping', () => {
  it('counts areas only: answers that are no place belong to no group', () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const snapshot = snapshotOf(rows);
        for (const scheme of snapshot.head.schemes) {
          const dimension = dimensionsOf(snapshot).find(({ id }) => id === `_place.${scheme.id}`);
          const grouping = dimension && groupingOf(snapshot, dimension);
          expect(grouping?.groups).toEqual(scheme.areas.slice(0, scheme.areas.length - scheme.others));
          for (const group of grouping?.of ?? []) {
            expect(group === NO_GROUP || group < (grouping?.groups.length ?? 0)).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is none for a triad', () => {
    const snapshot = snapshotOf(fc.sample(manyRows, { numRuns: 1, seed: 3 })[0] ?? []);
    const triad = dimensionsOf(snapshot).find(({ kind }) => kind === 'triad');
    expect(triad && groupingOf(snapshot, triad)).toBeNull();
  });
});
