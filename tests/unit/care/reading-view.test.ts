import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Reading } from '$lib/care/reading';
import ReadingView from '$lib/care/ReadingView.svelte';

const programme = { slug: 'p', name: 'A programme', state: 'trial', origin: 'told' };
const READING: Reading = {
  id: '01900000-0000-7000-8000-000000000001',
  seen: '1.0',
  clearing: 'at_once',
  title: null,
  text: 'The heron stood in the car park again.',
  locale: 'en-GB',
  who: 'Child',
  due: 'by 16:30 today',
  prompt: null,
  sharing: 'Only the dots.',
  places: [],
  about: [],
  placed: [],
  beside: { locale: 'en-GB', files: [], symbols: [], helper: null },
  askedForHelp: false,
  help: null,
  concern: false,
  notes: [],
  takenBack: false,
  earlier: [],
};
const bodyOf = (changes: Partial<Reading>, refused?: { refused: string; note: string }) =>
  render(ReadingView, { props: { programme, reading: { ...READING, ...changes }, refused: refused ?? null } }).body;

it('clears a story at once where nobody needs help', () => {
  const body = bodyOf({});
  expect(body).toContain('Clear it');
  expect(body).not.toContain('<textarea');
});

it('leads a reader to safeguarding where somebody asked for help, and offers no clearing', () => {
  const body = bodyOf({ clearing: 'by_safeguarding', askedForHelp: true });
  expect(body).not.toContain('action="?/clear"');
  expect(body).toContain('This person asked for help, so you cannot clear it.');
  expect(body).toMatch(/href="\/care\/p\/[^"]+\/concern"[^]*Put it before safeguarding/);
});

it('asks safeguarding what was done before it is cleared', () => {
  const body = bodyOf({ clearing: 'with_note', askedForHelp: true, help: { contact: null, shut: false } });
  expect(body).not.toContain('Clear it');
  expect(body).toMatch(/<textarea[^>]* required/);
  expect(body).toContain('Your note is kept for safeguarding.');
});

it('keeps what was written when it was not taken, and says why', () => {
  const body = bodyOf({ clearing: 'with_note' }, { refused: 'note_needed', note: '' });
  expect(body).toContain('Write what was done first.');
  expect(bodyOf({ clearing: 'with_note' }, { refused: 'changed', note: 'Rang them.' })).toContain('Rang them.');
});

it('says of a story that was taken back that the note goes with it', () => {
  const body = bodyOf({ clearing: 'with_note', concern: true, takenBack: true });
  expect(body).toContain('the story and your note are both gone');
  expect(body).not.toContain('Your note is kept for safeguarding.');
  expect(body).not.toContain('the people who look at stories may see it');
});

it('tells what a reader wrote from what was done before', () => {
  const body = bodyOf({
    clearing: 'with_note',
    notes: [
      { outcome: 'clear', note: 'Rang them.' },
      { outcome: 'concern', note: 'It goes on.' },
    ],
  });
  expect(body).toMatch(/What the reader wrote[^]*It goes on\.[^]*What was done before[^]*Rang them\./);
});
