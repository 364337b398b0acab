import { describe, expect, it } from 'vitest';
import type { Draft } from '$lib/domain/story/draft';
import { finishDraft } from '$lib/domain/story/finish';
import { effectiveSharing, StorySchema } from '$lib/domain/story/story';

const CLOCK = '2026-11-20T10:00:00.000Z';

function draft(changes: Partial<Draft> = {}): Draft {
  return {
    id: '018f4e5a-7c3b-7d2e-9a10-2b3c4d5e6f70',
    collector: 'HUB234',
    programme: 'sheffield-send',
    framework: { id: 'sheffield-send', version: 1 },
    audience: 'youth',
    locale: 'en-GB',
    step: 'check',
    more: false,
    prompt: 'prompt.friend',
    title: ' The quiet room ',
    text: 'Somebody listened.',
    answers: {},
    questions: {},
    places: {},
    sharing: null,
    consent: [{ text: 'assent.youth@1', by: 'teller', at: CLOCK }],
    help: null,
    secondsPerStep: { story: 90 },
    ...changes,
  };
}

function finished(changes: Partial<Draft> = {}) {
  const outcome = finishDraft(draft(changes), CLOCK, 3);
  if (outcome.kind !== 'story') throw new Error(`not finished: ${outcome.kind}`);
  return outcome.story;
}

describe('finishing a draft', () => {
  it('makes a story with the id of the draft, so that finishing twice makes one story', () => {
    const story = finished();
    expect(story.id).toBe(draft().id);
    expect(finished()).toEqual(story);
    expect(StorySchema.safeParse(story).success).toBe(true);
  });

  it('asks for consent before anything else', () => {
    expect(finishDraft(draft({ consent: [] }), CLOCK, 1)).toEqual({ kind: 'no_consent' });
  });

  it.each([
    ['no words and no answers', { text: '  ' }],
    [
      'only a question that does not fit',
      { text: '', answers: { 'triad.right': { state: 'not_applicable' as const } } },
    ],
    ['only questions passed over', { text: '', answers: { 'triad.right': { state: 'unanswered' as const } } }],
  ])('says that nothing was told when there are %s', (_, changes) => {
    expect(finishDraft(draft(changes), CLOCK, 1)).toEqual({ kind: 'nothing_told' });
  });

  it('takes a teller who only placed a dot seriously', () => {
    const at = { kind: 'slider', state: 'answered', at: 0.1, method: 'keyboard' } as const;
    expect(finished({ text: '', answers: { 'dyad.alone': at } }).text).toBeNull();
  });

  it('keeps the three states of answers apart', () => {
    const answers = {
      'triad.right': { state: 'not_applicable' },
      'triad.who': { state: 'unanswered' },
      'mcq.feel': { kind: 'choice', state: 'answered', chosen: ['happy'] },
    } as const;
    expect(finished({ answers: structuredClone(answers) as unknown as Draft['answers'] }).answers).toEqual(answers); // cast: readonly from "as const"
  });

  it('trims title and words, and mends what could not be stored', () => {
    expect(finished({ text: ' a\u0000b\uD83D ' })).toMatchObject({ title: 'The quiet room', text: 'ab\uFFFD' });
  });

  it.each([
    ['own', 'own'],
    ['supported', 'supported'],
    ['written_down', 'scribed'],
    ['proxy', 'proxy'],
  ])('reads whose voice it is from the question: %s is %s', (option, voice) => {
    const questions = { 'demo.voice': { kind: 'choice' as const, state: 'answered' as const, chosen: [option] } };
    expect(finished({ questions }).voice).toBe(voice);
  });

  it('does not guess a voice that was not said', () => {
    expect(finished().voice).toBeNull();
  });
});

describe('sharing', () => {
  it('counts as dots when it was not answered', () => {
    expect(effectiveSharing(finished())).toBe('dots');
  });

  it('is the stricter of two answers that differ', () => {
    const hear = {
      'mcq.hear': { kind: 'choice' as const, state: 'answered' as const, chosen: ['everyone', 'team_only'] },
    };
    expect(effectiveSharing(finished({ sharing: 'quote', answers: hear }))).toBe('dots');
    expect(effectiveSharing(finished({ sharing: 'quote' }))).toBe('quote');
  });

  it('a recording, a drawing or a row of pictures alone is a story', () => {
    const made = { sha256: 'a'.repeat(64), kind: 'voice' as const, mime: 'audio/webm', bytes: 9, seconds: 3 };
    expect(finished({ text: '', media: [made] })).toMatchObject({ text: null, media: [made] });
    expect(finished({ text: '', symbols: ['no', 'hurt'] })).toMatchObject({ text: null, symbols: ['no', 'hurt'] });
    expect(finishDraft(draft({ text: ' ', media: [], symbols: [] }), CLOCK, 1)).toEqual({ kind: 'nothing_told' });
  });

  it('says whose words they are as the helper said it, and keeps the own view apart', () => {
    const helper = { who: 'school' as const, expressed: ['eyes' as const], view: ' She looked tired. ', wrote: true };
    expect(finished({ helper })).toMatchObject({
      voice: 'scribed',
      text: 'Somebody listened.',
      helper: { who: 'school', expressed: ['eyes'], view: 'She looked tired.' },
    });
    expect(finished({ helper: { ...helper, wrote: false, view: ' ' } })).toMatchObject({
      voice: 'supported',
      helper: { view: null },
    });
    const asked = { 'demo.voice': { state: 'answered' as const, kind: 'choice' as const, chosen: ['own'] } };
    expect(finished({ helper: { ...helper, wrote: null }, questions: asked }).voice).toBe('own');
  });
});
