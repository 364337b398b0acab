import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { CallsHere, type PostedCall } from '$lib/care/calls-here.svelte';
import HelpCalls from '$lib/care/HelpCalls.svelte';

const call = (n: number, time: string) => ({
  id: `01900000-0000-7000-8000-00000000000${n}`,
  at: `2026-01-05T${time}:00.000Z`,
  audience: 'child' as const,
});
const bodyOf = (...calls: ReturnType<typeof call>[]) => bodyAfter(null, ...calls);
const bodyAfter = (posted: PostedCall | null, ...calls: ReturnType<typeof call>[]) =>
  render(HelpCalls, {
    props: {
      calls,
      seesContacts: true,
      here: new CallsHere('p', posted),
      open: () => undefined,
      end: () => undefined,
      now: new Date('2026-01-05T12:00:00Z'),
      timeZone: 'UTC',
    },
  }).body;

/** As they are heard one by one, away from what stands around them. */
const heard = (body: string) => ({
  fields: [...body.matchAll(/<label[^>]*>([^]*?)<\/label>/g)].map(([, words]) => words),
  buttons: [...body.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, words]) => words),
  folds: [...body.matchAll(/<summary[^>]*>([^]*?)<\/summary>/g)].map(([, words]) => words?.replace(/<[^>]*>/g, '')),
});

it('says of each field and button which call it belongs to', () => {
  expect(heard(bodyOf(call(1, '09:30'), call(2, '10:15')))).toEqual({
    fields: ['What was done? Child, 09:30 today (call 0001)', 'What was done? Child, 10:15 today (call 0002)'],
    buttons: [
      'Show how to reach them: Child, 09:30 today (call 0001)',
      'End this call with note: Child, 09:30 today (call 0001)',
      'Show how to reach them: Child, 10:15 today (call 0002)',
      'End this call with note: Child, 10:15 today (call 0002)',
    ],
    folds: [
      'Somebody has gone to them: Child, 09:30 today (call 0001)',
      'Somebody has gone to them: Child, 10:15 today (call 0002)',
    ],
  });
});

it('tells calls of one minute apart, by what stays when one of them is ended', () => {
  const both = heard(bodyOf(call(1, '09:30'), call(2, '09:30'))).fields;
  expect(both).toEqual([
    'What was done? Child, 09:30 today (call 0001)',
    'What was done? Child, 09:30 today (call 0002)',
  ]);
  expect(heard(bodyOf(call(2, '09:30'))).fields).toEqual(both.slice(1));
});

it('shows without scripts what was asked for, and keeps what was written for a call that was not ended', () => {
  const one = call(1, '09:30');
  const contact = { wanted: true, contact: 'Ring 0114 496 0000' };
  expect(bodyAfter({ call: one.id, help: contact }, one)).toContain('Ring 0114 496 0000');
  expect(bodyAfter({ call: one.id, help: null }, one)).toContain('could not be shown');
  const unsaid = bodyAfter({ call: one.id, refused: 'note_needed', note: ' ' }, one);
  expect(unsaid).toMatch(/<details[^>]* open/);
  expect(unsaid).toContain('Write what was done first.');
});
