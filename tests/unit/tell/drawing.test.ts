import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Drawing,
  PAPER,
  STAMP_COLUMNS,
  STAMP_ROWS,
  STAMP_SIZE,
  STAMPS,
  stampPlace,
} from '$lib/tell/ways-to-tell/drawing.svelte';

describe('a drawing', () => {
  it('undo takes back whole marks, the last one first, strokes and stamps alike', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('stroke', 'stamp'), { maxLength: 20 }), (kinds) => {
        const drawing = new Drawing();
        const states = [drawing.marks];
        for (const kind of kinds) {
          if (kind === 'stamp') drawing.stamp(STAMPS[0], 1, 1);
          else {
            drawing.begin([1, 1, 0.5]);
            drawing.draw([
              [2, 2, 0.5],
              [3, 3, 0.9],
            ]);
            drawing.end();
          }
          states.push(drawing.marks);
        }
        expect(drawing.marks).toHaveLength(kinds.length);
        while (states.length > 1) {
          expect(drawing.marks).toEqual(states.pop());
          drawing.undo();
        }
        expect(drawing.empty).toBe(true);
      }),
    );
  });

  it('a stroke keeps the colour and pen it was begun with', () => {
    const drawing = new Drawing();
    drawing.colour = 'red';
    drawing.pen = 'thick';
    drawing.begin([0, 0, 0.5]);
    drawing.end();
    drawing.colour = 'blue';
    expect(drawing.marks[0]).toMatchObject({ kind: 'stroke', colour: 'red', width: 44 });
  });

  it('points that come after the hand was lifted draw nothing', () => {
    const drawing = new Drawing();
    drawing.begin([0, 0, 0.5]);
    drawing.end();
    const before = drawing.marks;
    drawing.draw([[5, 5, 0.5]]);
    expect(drawing.marks).toBe(before);
  });

  it('a stamp lies on the paper wherever it is put, and no two in a row lie on each other', () => {
    for (const row of STAMP_ROWS)
      for (const column of STAMP_COLUMNS)
        for (let before = 0; before < 10; before += 1) {
          const { x, y } = stampPlace(row, column, before);
          expect(x - STAMP_SIZE / 2).toBeGreaterThanOrEqual(0);
          expect(y - STAMP_SIZE / 2).toBeGreaterThanOrEqual(0);
          expect(x + STAMP_SIZE / 2).toBeLessThanOrEqual(PAPER.width);
          expect(y + STAMP_SIZE / 2).toBeLessThanOrEqual(PAPER.height);
          expect(stampPlace(row, column, before + 1)).not.toEqual({ x, y });
        }
  });
});
