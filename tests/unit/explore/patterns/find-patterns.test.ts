import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '$lib/columns/create-kernel';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import { DIMENSION } from '$lib/columns/dimension';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import type { Clause } from '$lib/columns/clause';
import { findPatterns } from '$lib/explore/patterns/find-patterns';
import { framework, programme, rowArbitrary } from '../../../fixtures/story-arbitrary';

const stories = fc.sample(rowArbitrary, { numRuns: 90, seed: 5 }).map((row, serial) => ({ ...row, serial }));
const kernel = createKernel(decodeSnapshot(encodeSnapshot(programme, framework, stories)));
const signifiers = kernel.snapshot.head.signifiers.slice(0, 2).map(({ id }) => id);
const ask = (within: readonly Clause[]) =>
  findPatterns(kernel, {
    page: 'patterns',
    within,
    signifiers,
    groupings: [DIMENSION.audience, 'nothing of this name'],
    seed: 's',
    view: 'v',
  });

describe('the patterns of a view', () => {
  it('looks at every story when nothing is filtered, on the signifiers asked for only', () => {
    const { result, rows } = ask([]);
    expect(rows).toHaveLength(stories.length);
    expect(result.stories).toBe(stories.length);
    expect(result.blocks.length).toBeGreaterThan(0);
    expect(result.blocks.every((block) => signifiers.includes(block.split('/')[0] ?? ''))).toBe(true);
  });

  it('looks within the filter, and tells each story by its row of all', () => {
    const within: Clause[] = [
      { kind: 'options', source: DIMENSION.audience, dimension: DIMENSION.audience, options: ['family'] },
    ];
    const { result, rows } = ask(within);
    const { fail } = kernel.select(within, []);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(stories.length);
    expect(result.stories).toBe(rows.length);
    expect([...rows].every((row) => fail[row] === 0)).toBe(true);
  });

  it('gives dots only where too few stories are complete', () => {
    expect(ask([]).result).toMatchObject({ kind: 'too_few', needed: 100 });
  });
});
