import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTriad } from '$lib/domain/signifier/describe';
import { close } from '$lib/domain/signifier/triad';
import { locusOf } from '$lib/domain/signifier/zone';
import { placement } from './arbitrary';

describe('a triad placement in words', () => {
  it.each([
    [
      'mostly A, a bit B',
      close(0.61, 0.29, 0.1),
      {
        kind: 'lead',
        parts: [
          { label: 0, amount: 'mostly' },
          { label: 1, amount: 'bit' },
        ],
      },
    ],
    [
      'mostly B, some C',
      close(0.12, 0.56, 0.32),
      {
        kind: 'lead',
        parts: [
          { label: 1, amount: 'mostly' },
          { label: 2, amount: 'some' },
        ],
      },
    ],
    [
      'mostly C, a bit A, a bit B, ties in label order',
      close(0.2, 0.2, 0.6),
      {
        kind: 'lead',
        parts: [
          { label: 2, amount: 'mostly' },
          { label: 0, amount: 'bit' },
          { label: 1, amount: 'bit' },
        ],
      },
    ],
    [
      'the corner A is mostly A, as its row of the list says',
      locusOf('A'),
      { kind: 'lead', parts: [{ label: 0, amount: 'mostly' }] },
    ],
    ['the middle of a side is a pair', locusOf('BC'), { kind: 'pair', labels: [1, 2], rest: null }],
    [
      'a pair in label order, with a bit of the third',
      close(0.39, 0.42, 0.19),
      { kind: 'pair', labels: [0, 1], rest: 2 },
    ],
    ['the middle is all three', locusOf('centre'), { kind: 'all' }],
    ['near the middle too', close(0.38, 0.34, 0.28), { kind: 'all' }],
  ] as const)('%s', (_, at, said) => {
    expect(describeTriad(at)).toEqual(said);
  });

  it('names the largest part first, and each label at most once', () => {
    fc.assert(
      fc.property(placement, (p) => {
        const said = describeTriad(p);
        if (said.kind !== 'lead') return;
        const parts = [p.a, p.b, p.c];
        const named = said.parts.map(({ label }) => parts[label] ?? 0);
        expect(named[0]).toBe(Math.max(...parts));
        expect([...named].sort((a, b) => b - a)).toEqual(named);
        expect(new Set(said.parts.map(({ label }) => label)).size).toBe(said.parts.length);
      }),
    );
  });

  it('says "mostly" only where one part leads', () => {
    fc.assert(
      fc.property(placement, (p) => {
        const said = describeTriad(p);
        const [first = 0, second = 0] = [p.a, p.b, p.c].sort((a, b) => b - a);
        expect(said.kind === 'lead').toBe(first - second > 0.1 && first - Math.min(p.a, p.b, p.c) > 0.15);
      }),
    );
  });
});
