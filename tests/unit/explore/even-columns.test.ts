import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenColumns } from '$lib/explore/even-columns';

const self = (height: number): number => height;

describe('columns of pictures', () => {
  it('keep every picture once, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (members, columns) => {
          expect(evenColumns(members, columns, self).flat()).toEqual(members);
        },
      ),
    );
  });

  it('are no further from even than the tallest picture', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 40 }), (members) => {
        const total = members.reduce((sum, height) => sum + height, 0);
        const tallest = Math.max(...members);
        for (const column of evenColumns(members, 3, self))
          expect(column.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(total / 3 + tallest);
      }),
    );
  });

  it('are as many as have something in them', () => {
    expect(evenColumns([5], 3, self)).toEqual([[5]]);
    expect(evenColumns([], 3, self)).toEqual([]);
  });
});
