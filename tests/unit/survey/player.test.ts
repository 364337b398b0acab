import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience } from '$lib/domain/audience';
import { DraftSchema, type Draft } from '$lib/domain/story/draft';
import type { PublicCollector } from '$lib/domain/programme/collector';
import { newDraft } from '$lib/survey/new-draft';
import { Player } from '$lib/survey/player.svelte';
import { STORY_ID, collector, edition } from '../../fixtures/sheffield-edition';

function playing(audience: Audience, part: Partial<PublicCollector> = {}) {
  const saved: Draft[] = [];
  const clock = { now: 0 };
  const player = new Player(edition(audience), newDraft(STORY_ID, collector(part), edition(audience)), {
    save: (draft) => saved.push(draft),
    now: () => clock.now,
    clock: () => '2026-03-01T10:00:00.000Z',
  });
  const walkTo = (id: string) => {
    for (let moves = 0; player.screen.id !== id; moves += 1) {
      if (player.screen.step.kind === 'consent' && player.screen.page === player.screen.pages) player.agree();
      if (moves > 80 || player.next() === undefined) throw new Error(`${id} was never reached`);
    }
  };
  return { player, saved, clock, walkTo };
}

const placed = {
  kind: 'triad',
  state: 'answered',
  at: { a: 0.5, b: 0.5, c: 0 },
  method: 'keyboard',
} as const;

describe('moving', () => {
  test('starts at the first step and cannot go behind it', () => {
    const { player } = playing('child');
    expect(player.screen.id).toBe('demo.age');
    expect(player.back()).toBeUndefined();
    expect(player.previous).toBeUndefined();
  });

  test('stays at the consent until it is given', () => {
    const { player } = playing('family');
    expect(player.next()).toBeUndefined();
    expect(player.goTo('check')).toBeUndefined();
    player.agree();
    expect(player.next()?.id).toBe('interruption');
  });

  test('ends at check', () => {
    const { player, walkTo } = playing('pro');
    walkTo('check');
    expect(player.next()).toBeUndefined();
    expect(player.progress.now).toBe(player.progress.of);
  });

  test('"two more minutes" leads on with yes and jumps to about-you with no', () => {
    const { player, walkTo } = playing('family');
    walkTo('more');
    expect(player.following?.id).toBe('demo.role');
    player.wantMore(true);
    expect(player.following?.id).toBe('triad.luck');
    player.wantMore(false);
    expect(player.next()?.id).toBe('demo.role');
  });

  test('after "Change" next and back both lead to check again', () => {
    const { player, walkTo } = playing('youth');
    walkTo('check');
    expect(player.change('title')?.id).toBe('title');
    expect(player.next()?.id).toBe('check');
    player.change('story');
    expect(player.back()?.id).toBe('check');
    expect(player.back()?.id).toBe('help_me');
  });

  test('changing to "yes, two more minutes" goes on to the steps never shown', () => {
    const { player, walkTo } = playing('youth');
    walkTo('check');
    player.change('more');
    player.wantMore(true);
    expect(player.next()?.id).toBe('triad.whole');
  });

  test('a draft that names a screen of another version resumes at its step, or else at the start', () => {
    const questions = { 'demo.age': { kind: 'choice' as const, state: 'answered' as const, chosen: ['13-15'] } };
    const draft = { ...newDraft(STORY_ID, collector(), edition('child')), questions, step: 'assent.child:40' };
    const delegate = { save: () => undefined, now: () => 0, clock: () => '' };
    expect(new Player(edition('child'), draft, delegate).screen.id).toBe('assent.child');
    expect(new Player(edition('child'), { ...draft, step: 'gone' }, delegate).screen.id).toBe('demo.age');
  });
});

describe('answers', () => {
  test('leaving a signifier or question without an answer records it as unanswered', () => {
    const { player, walkTo } = playing('child');
    walkTo('triad.who');
    expect(player.draft.questions['demo.age']).toEqual({ state: 'unanswered' });
    expect(player.draft.answers['triad.right']).toEqual({ state: 'unanswered' });
    expect(player.draft.answers['triad.who']).toBeUndefined();
  });

  test('an answer, also "does not fit", survives leaving and coming back', () => {
    const { player, walkTo } = playing('child');
    walkTo('triad.right');
    player.answer('triad.right', placed);
    player.next();
    player.answer('mcq.right_there', { state: 'not_applicable' });
    player.back();
    player.next();
    expect(player.draft.answers['triad.right']).toEqual(placed);
    expect(player.draft.answers['mcq.right_there']).toEqual({ state: 'not_applicable' });
  });

  test('taken off is unanswered again', () => {
    const { player, walkTo } = playing('child');
    walkTo('triad.right');
    player.answer('triad.right', placed);
    player.answer('triad.right', undefined);
    expect(player.filled).toBe(false);
    player.next();
    expect(player.draft.answers['triad.right']).toEqual({ state: 'unanswered' });
  });

  test('answers behind a "no" that came later are kept but not told', () => {
    const { player, walkTo } = playing('family');
    walkTo('more');
    player.wantMore(true);
    player.next();
    player.answer('triad.luck', placed);
    player.back();
    player.wantMore(false);
    expect(player.draft.answers['triad.luck']).toEqual(placed);
    expect(player.told.answers['triad.luck']).toBeUndefined();
    player.wantMore(true);
    expect(player.told.answers['triad.luck']).toEqual(placed);
  });

  test('nothing is chosen before the teller chose it', () => {
    const { player } = playing('youth');
    const { answers, questions, places, sharing, help, prompt, more, consent } = player.draft;
    expect({ answers, questions, places, sharing, help, prompt, more, consent }).toEqual({
      answers: {},
      questions: {},
      places: {},
      sharing: null,
      help: null,
      prompt: null,
      more: null,
      consent: [],
    });
  });

  test('text and title stop at their limits', () => {
    const { player } = playing('child');
    player.write('a'.repeat(6000));
    player.entitle('b'.repeat(100));
    expect(player.draft.text).toHaveLength(5000);
    expect(player.draft.title).toHaveLength(60);
  });
});

describe('a place preset by the collector', () => {
  test('is recorded as such and not asked for', () => {
    const { player, walkTo } = playing('family', { presetPlace: { scheme: 'lac', area: 'east' } });
    expect(player.draft.places).toEqual({ lac: { area: 'east', basis: 'collector' } });
    walkTo('check');
    expect(player.draft.secondsPerStep).not.toHaveProperty('about.place');
  });

  test('is not set otherwise; the place said has the basis teller', () => {
    const { player, walkTo } = playing('child');
    walkTo('about.place');
    player.placeIn('north');
    expect(player.draft.places).toEqual({ lac: { area: 'north', basis: 'teller' } });
    player.placeIn(null);
    expect(player.draft.places).toEqual({});
  });
});

describe('seconds', () => {
  test('add up per step over several visits, pages of one step together', () => {
    const { player, clock } = playing('child');
    player.answer('demo.age', { kind: 'choice', state: 'answered', chosen: ['13-15'] });
    clock.now = 4_000;
    player.next();
    clock.now = 6_000;
    player.next();
    clock.now = 9_000;
    player.back();
    expect(player.draft.secondsPerStep).toEqual({ 'demo.age': 4, 'assent.child': 5 });
  });

  test('do not count while the page is out of sight', () => {
    const { player, clock } = playing('child');
    clock.now = 2_000;
    player.pause();
    clock.now = 100_000;
    player.resume();
    clock.now = 101_000;
    player.next();
    expect(player.draft.secondsPerStep).toEqual({ 'demo.age': 3 });
  });
});

test('every change is handed over at once, and every state is a valid draft', () => {
  const { player, saved, walkTo } = playing('youth');
  walkTo('story');
  const before = saved.length;
  player.write('I needed');
  player.write('I needed a quiet place');
  expect(saved).toHaveLength(before + 2);
  expect(saved.at(-1)?.text).toBe('I needed a quiet place');
  walkTo('check');
  for (const draft of saved) expect(DraftSchema.safeParse(draft).success).toBe(true);
});

test('no walk of next, back and jumps ever loses something that was told', () => {
  const move = fc.oneof(
    fc.constant('next' as const),
    fc.constant('next' as const),
    fc.constant('back' as const),
    fc.record({ goTo: fc.constantFrom('story', 'triad.right', 'check', 'more', 'nowhere') }),
    fc.record({ more: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const { player, walkTo } = playing('youth');
      walkTo('story');
      player.write('kept');
      player.answer('triad.right', placed);
      for (const step of moves) {
        if (step === 'next') player.next();
        else if (step === 'back') player.back();
        else if ('goTo' in step) player.goTo(step.goTo);
        else player.wantMore(step.more);
        expect(player.screens.map((screen) => screen.id)).toContain(player.screen.id);
      }
      expect(player.draft.text).toBe('kept');
      expect(player.told.answers['triad.right']).toEqual(placed);
    }),
    { numRuns: 60 },
  );
});
