import { describe, expect, it } from 'vitest';
import { RegionDraftSchema } from '$lib/domain/programme/region';
import { RegionSketch } from '$lib/explore/regions/region-sketch.svelte';

function aSketch() {
  let made = 0;
  return new RegionSketch('triad.right', () => {
    made += 1;
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  });
}
const named = (sketch: RegionSketch) => {
  sketch.wish = 'more';
  sketch.words = '  Someone stayed ';
  return sketch;
};

describe('a region that is being drawn', () => {
  it('begins with nothing chosen, and says all that is missing', () => {
    expect(aSketch().missing(false)).toEqual(['shape', 'wish', 'words']);
    expect(aSketch().missing(true)).toEqual(['stone', 'shape', 'wish', 'words']);
    expect(aSketch().draft()).toBeNull();
  });

  it('makes a draft that the server’s schema takes, a long and overshooting loop too', () => {
    const sketch = named(aSketch());
    sketch.loop(Array.from({ length: 401 }, (_, i) => [3 * Math.cos(i / 60), 1 / 3 + Math.sin(i / 60)] as const));
    const draft = RegionDraftSchema.parse(sketch.draft());
    expect(draft.words).toBe('Someone stayed');
    expect(draft).not.toHaveProperty('onBehalfOf');
    expect(draft.shape.kind === 'loop' && draft.shape.points.length).toBeGreaterThan(100);
  });

  it('keeps its id while only the words change, so that keeping it twice is harmless; another drawing is another wish', () => {
    const sketch = named(aSketch());
    sketch.draw({ kind: 'zones', zones: ['A'] });
    const id = sketch.draft()?.id;
    expect(sketch.draft()?.id).toBe(id);
    sketch.draw({ kind: 'zones', zones: ['B'] });
    expect(sketch.draft()?.id).not.toBe(id);
  });

  it('puts the drawing away when another question or stone is asked for, and keeps the words', () => {
    const sketch = named(aSketch());
    sketch.draw({ kind: 'zones', zones: ['A'] });
    sketch.ask('stones.helped');
    expect(sketch.shape).toBeNull();
    sketch.take('trust');
    sketch.draw({ kind: 'cells', cells: [3] });
    sketch.take('trust');
    expect(sketch.shape).not.toBeNull();
    sketch.take('else');
    expect(sketch.shape).toBeNull();
    expect(sketch.words).toContain('Someone');
  });

  it('has no stretch without a length', () => {
    const sketch = aSketch();
    sketch.span(0.4, 0.4);
    expect(sketch.shape).toBeNull();
  });
});
