import { describe, expect, it } from 'vitest';
import type { StaffRole } from '$lib/domain/programme/staff-role';
import { doorsOf, type Entrance } from '$lib/ui/door/doors';
import { tokenOf } from '$lib/ui/access/link-token';
import { CodeEntry } from '$lib/ui/door/code-entry.svelte';

const entrance = (programme: string, roles: StaffRole[]): Entrance => ({
  programme,
  name: programme,
  state: 'trial',
  origin: 'told',
  roles,
});
const OPEN = [{ slug: 'sheffield-send' }];

describe('the doors', () => {
  it('lead a stranger to telling, and staff doors through signing in', () => {
    expect(doorsOf({ entrances: null, open: OPEN, collector: 'K7M2QP' })).toEqual({
      tell: { href: '/t/K7M2QP', signIn: false },
      explore: { href: '/sign-in?next=%2Fexplore%2Fsheffield-send', signIn: true },
      care: { href: '/sign-in?next=%2Fcare', signIn: true },
    });
  });

  it('lead to the code field when there is not exactly one open collector', () => {
    expect(doorsOf({ entrances: null, open: OPEN, collector: null }).tell.href).toBe('#code');
  });

  it('are there only for those who can go through them', () => {
    const doors = doorsOf({ entrances: [entrance('a', ['steward'])], open: OPEN, collector: null });
    expect([doors.explore, doors.care]).toEqual([null, null]);
    const readers = doorsOf({ entrances: [entrance('a', ['reader'])], open: OPEN, collector: null });
    expect([readers.explore?.href, readers.care?.href]).toEqual([undefined, '/care/a']);
  });

  it('lead to the list of programmes when there are several', () => {
    const entrances = [entrance('a', ['analyst']), entrance('b', ['analyst'])];
    expect(doorsOf({ entrances, open: OPEN, collector: null }).explore?.href).toBe('#yours');
  });
});

describe('a code', () => {
  it.each([
    ['k7m2qp', 'K7M2QP'],
    [' K7M-2QP ', 'K7M2QP'],
    ['k 7 m 2 q p', 'K7M2QP'],
  ])('typed as %j is %s', (typed, code) => {
    const entry = new CodeEntry();
    entry.typed = typed;
    expect(entry.go()).toBe(code);
    expect(entry.trouble).toBeNull();
  });

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['K7M2Q0', 'not_a_code'],
    ['hello', 'not_a_code'],
    ['<script>', 'not_a_code'],
  ])('typed as %j is no code: %s', (typed, trouble) => {
    const entry = new CodeEntry();
    entry.typed = typed;
    expect(entry.go()).toBeNull();
    expect(entry.trouble).toBe(trouble);
  });
});

it.each([
  ['#abc', 'abc'],
  ['#token=abc', 'abc'],
  ['', ''],
])('the token of a link that ends in %j is %j', (hash, token) => {
  expect(tokenOf(hash)).toBe(token);
});
