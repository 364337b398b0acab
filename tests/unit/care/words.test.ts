import { describe, expect, it } from 'vitest';
import { amount } from '$lib/care/entry-words';
import { placementsInWords } from '$lib/care/placements';
import { ago, moment, waited } from '$lib/care/when';
import { translator } from '$lib/i18n/catalogue';
import { care } from '$lib/i18n/en/care';
import type { Answer } from '$lib/domain/signifier/answer';
import { FRAMEWORK } from '../../fixtures/programmes';

const t = translator(care);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = new Date('2026-11-24T10:00:00.000Z');

it.each([
  [20_000, 'less than a minute'],
  [MINUTE, '1 minute'],
  [40 * MINUTE, '40 minutes'],
  [6 * HOUR + 10 * MINUTE, '6 h 10 min'],
  [20 * HOUR, '20 h'],
  [24 * HOUR, '1 day'],
  [26 * HOUR, '1 day 2 h'],
  [-5, 'less than a minute'],
])('%i ms of waiting are "%s"', (milliseconds, words) => {
  expect(ago(t, milliseconds)).toBe(words);
});

it.each([
  ['2026-11-24T16:30:00.000Z', '16:30 today'],
  ['2026-11-25T09:30:00.000Z', '09:30 tomorrow'],
  ['2026-11-26T12:00:00.000Z', 'Thu 12:00'],
  ['2026-12-20T12:00:00.000Z', '20 Dec 12:00'],
  ['2025-11-20T12:00:00.000Z', '20 Nov 2025 12:00'],
])('%s is "%s"', (at, words) => {
  expect(moment(t, new Date(at), NOW, 'Europe/London')).toBe(words);
});

it('tells the time of the wall, not of the server, in summer too', () => {
  const summer = new Date('2026-07-01T10:00:00.000Z');
  expect(moment(t, new Date('2026-07-01T15:30:00.000Z'), summer, 'Europe/London')).toBe('16:30 today');
});

it.each([
  ['2026-11-24T10:00:00.000Z', 0],
  ['2026-11-24T06:00:00.000Z', 0.5],
  ['2026-11-23T06:00:00.000Z', 1],
])('a story of %s due in eight hours has waited %d of its time', (receivedAt, part) => {
  const dueAt = new Date(Date.parse(receivedAt) + 8 * HOUR).toISOString();
  expect(waited({ receivedAt, dueAt }, NOW)).toBeCloseTo(part);
});

it.each([
  [{ words: 84 }, 'Text, 84 words'],
  [{ files: [{ kind: 'voice', seconds: 41.6 }], symbols: 3 }, 'Recording, 42 s · 3 pictures'],
  [
    { words: 9, titled: true, files: [{ kind: 'drawing' }, { kind: 'voice', seconds: 65 }] },
    'Text, 9 words · Recording, 1 min 5 s · Drawing',
  ],
  [{ files: [{ kind: 'voice', seconds: 4 }, { kind: 'voice' }] }, '2 recordings'],
  [{ files: [{ kind: 'photo' }, { kind: 'photo' }] }, '2 photos'],
  [{ titled: true }, 'A title, nothing else'],
  [{}, 'No words, only placements'],
] as const)('%j is told as "%s"', (told, words) => {
  expect(
    amount(t, { words: 0, titled: false, symbols: 0, ...told, files: [...('files' in told ? told.files : [])] }),
  ).toBe(words);
});

describe('placements in words', () => {
  const say = (id: string, answer: Answer) => placementsInWords(t, FRAMEWORK, 'family', { [id]: answer })[0]?.says;
  const triad = (a: number, b: number, c: number): Answer => ({
    kind: 'triad',
    state: 'answered',
    at: { a, b, c },
    method: 'pointer',
  });
  const labels = FRAMEWORK.signifiers.find(({ id }) => id === 'triad.right');
  const words = labels?.kind === 'triad' ? labels.labels.map(({ text }) => text.family) : [];

  it('name the corner, the edge or all three', () => {
    expect(say('triad.right', triad(0, 1, 0))).toEqual([`mostly “${words[1]}”`]);
    expect(say('triad.right', triad(0.5, 0, 0.5))).toEqual([`“${words[0]}” and “${words[2]}”`]);
    expect(say('triad.right', triad(0.34, 0.33, 0.33))).toEqual(['all three alike']);
  });

  it('keep the three states apart', () => {
    expect(say('dyad.info', { state: 'not_applicable' })).toEqual(['does not fit their story']);
    expect(say('dyad.info', { state: 'unanswered' })).toEqual(['no answer']);
    expect(say('dyad.info', { kind: 'slider', state: 'answered', at: 0.5, method: 'pointer' })?.[0]).toMatch(
      /^between/,
    );
  });

  it('say of each stone where it lies', () => {
    const near = FRAMEWORK.signifiers.find(({ id }) => id === 'stones.near');
    const [stone] = near?.kind === 'stones' ? near.stones : [];
    const stones = { [stone?.id ?? '']: { state: 'placed', x: 0.5, y: 0.5, method: 'pointer' } as const };
    expect(say('stones.near', { kind: 'stones', state: 'answered', stones })).toEqual([`${stone?.text.family}: near`]);
    expect(say('stones.near', { kind: 'stones', state: 'answered', stones: {} })).toEqual(['no stone placed']);
  });

  it('come in the order of the framework, whatever the order of the record', () => {
    const answers = { 'dyad.info': { state: 'unanswered' }, 'triad.right': { state: 'unanswered' } } as const;
    expect(placementsInWords(t, FRAMEWORK, 'pro', answers).map(({ id }) => id)).toEqual(['triad.right', 'dyad.info']);
  });
});
