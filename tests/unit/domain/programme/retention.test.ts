import { expect, it } from 'vitest';
import { keptSince } from '$lib/domain/programme/retention';

it.each([
  ['2026-11-28T14:00:00.000Z', 36, '2023-11-28T14:00:00.000Z'],
  ['2026-03-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
  ['2024-03-31T00:00:00.000Z', 1, '2024-02-29T00:00:00.000Z'],
  ['2024-02-29T12:00:00.000Z', 12, '2023-02-28T12:00:00.000Z'],
  ['2026-01-15T00:00:00.000Z', 240, '2006-01-15T00:00:00.000Z'],
])('on %s what is kept for %i months arrived since %s', (now, months, since) => {
  expect(keptSince(new Date(now), months).toISOString()).toBe(since);
});
