import { render } from 'svelte/server';
import { afterEach, expect, it, vi } from 'vitest';
import AnsweredCalls from '$lib/care/AnsweredCalls.svelte';
import { CallsHere } from '$lib/care/calls-here.svelte';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const call = (n: number) => ({
  id: id(n),
  at: `2026-01-05T09:3${n}:00.000Z`,
  audience: 'child' as const,
  answeredAt: '2026-01-05T11:00:00.000Z',
  by: 'A lead',
  noted: true,
});
const bodyOf = (beside: { older: boolean; newer: boolean }, here = new CallsHere('p', null)) =>
  render(AnsweredCalls, {
    props: {
      answered: { calls: [call(2), call(1)], ...beside },
      from: beside.newer ? { side: 'older', than: id(3) } : null,
      here,
      lookUp: () => undefined,
      now: new Date('2026-01-05T12:00:00Z'),
      timeZone: 'UTC',
    },
  }).body;

it('says of each note which call it belongs to', () => {
  const buttons = [...bodyOf({ older: false, newer: false }).matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name);
  expect(buttons).toEqual([
    'Show what was done: Child, 09:32 today (call 0002)',
    'Show what was done: Child, 09:31 today (call 0001)',
  ]);
});

it.each([
  ['all of them', { older: false, newer: false }, '2 calls for help were ended', []],
  ['the newest', { older: true, newer: false }, 'The newest 2 calls for help that were ended', [`?older=${id(1)}`]],
  [
    'some between',
    { older: true, newer: true },
    '2 older calls for help that were ended',
    [`?newer=${id(2)}`, `?older=${id(1)}`],
  ],
  ['the oldest', { older: false, newer: true }, '2 older calls for help that were ended', [`?newer=${id(2)}`]],
])('says that it shows %s, and leads to the others', (_, beside, head, ways) => {
  const body = bodyOf(beside);
  expect(body).toContain(head);
  expect([...body.matchAll(/href="([^"]*)#answered"/g)].map(([, way]) => way)).toEqual(ways);
  expect(body).toContain(beside.newer ? `action="?older=${id(3)}&amp;/note#answered"` : 'action="?/note#answered"');
  // Who goes on to older ones finds them unfolded.
  expect(/<details[^>]* open/.test(body)).toBe(beside.newer);
});

afterEach(() => vi.restoreAllMocks());

it('shows every note that was opened, and says of one that could not be had that nothing written is lost', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const here = new CallsHere('p', { call: id(1), done: { text: 'Saw them.' } });
  fetched.mockResolvedValueOnce(Response.json({ text: null }));
  await here.lookUp(id(2));
  const both = bodyOf({ older: false, newer: false }, here);
  expect(both).toContain('Saw them.');
  expect(both).toContain('cannot be opened here');
  expect(both).toMatch(/<details[^>]* open/);

  const failed = new CallsHere('p', null);
  fetched.mockRejectedValueOnce(new TypeError('no network'));
  await failed.lookUp(id(1));
  expect(bodyOf({ older: false, newer: false }, failed)).toMatch(/role="alert"[^]*is still here/);
  fetched.mockResolvedValueOnce(Response.json({ text: 'Saw them.' }));
  await failed.lookUp(id(1));
  expect(bodyOf({ older: false, newer: false }, failed)).not.toContain('role="alert"');
});
