import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import AnsweredCalls from '$lib/care/AnsweredCalls.svelte';
import { LookedUp } from '$lib/care/looked-up.svelte';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const call = (n: number) => ({
  id: id(n),
  at: `2026-01-05T09:3${n}:00.000Z`,
  audience: 'child' as const,
  answeredAt: '2026-01-05T11:00:00.000Z',
  by: 'A lead',
  noted: true,
});
const bodyOf = (beside: { older: boolean; newer: boolean }, lookedUp = new LookedUp(null)) =>
  render(AnsweredCalls, {
    props: {
      answered: { calls: [call(2), call(1)], ...beside },
      from: beside.newer ? { side: 'older', than: id(3) } : null,
      lookedUp,
      lookUp: () => undefined,
      now: new Date('2026-01-05T12:00:00Z'),
      timeZone: 'UTC',
    },
  }).body;

it('says of each note which call it belongs to', () => {
  const buttons = [...bodyOf({ older: false, newer: false }).matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name);
  expect(buttons).toEqual(['Show what was done: Child, 09:32 today', 'Show what was done: Child, 09:31 today']);
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

it('shows every note that was opened, and says of one that could not be had that nothing written is lost', () => {
  const lookedUp = new LookedUp({ call: id(1), note: { text: 'Saw them.' } });
  lookedUp.found({ call: id(2), note: { text: null } });
  const both = bodyOf({ older: false, newer: false }, lookedUp);
  expect(both).toContain('Saw them.');
  expect(both).toContain('cannot be opened here');
  expect(both).toMatch(/<details[^>]* open/);

  const failed = new LookedUp(null);
  failed.notFound(id(1));
  expect(bodyOf({ older: false, newer: false }, failed)).toMatch(/role="alert"[^]*is still here/);
  failed.found({ call: id(1), note: { text: 'Saw them.' } });
  expect(bodyOf({ older: false, newer: false }, failed)).not.toContain('role="alert"');
});
