import { describe, expect, it } from 'vitest';
import type { Audience } from '$lib/domain/audience';
import type { Under13 } from '$lib/domain/framework/age-band';
import type { Answer } from '$lib/domain/signifier/answer';
import { finishDraft } from '$lib/domain/story/finish';
import { newDraft } from '$lib/survey/new-draft';
import { Player } from '$lib/survey/player.svelte';
import { STORY_ID, collector, edition } from '../../fixtures/sheffield-edition';

const CLOCK = '2026-11-02T10:00:00.000Z';
const years = (option: string): Answer => ({ kind: 'choice', state: 'answered', chosen: [option] });

function playing(audience: 'child' | 'youth', under13: Under13, age?: string) {
  const shown = edition(audience);
  const player = new Player(
    shown,
    newDraft(STORY_ID, collector(), shown),
    { save: () => undefined, now: () => 0, clock: () => CLOCK },
    under13,
  );
  if (age !== undefined) player.answer('demo.age', years(age));
  return player;
}

const consents = (player: Player) => player.steps.filter(({ kind }) => kind === 'consent').map(({ id }) => id);

const CHILDREN = ['0-4', '5-9', '10-12'];
const WAYS = [
  ['parent_agrees', 'consent.parent_for_child', 'parent'],
  ['setting_informs', 'consent.setting_informs', 'setting'],
  ['competent_child', 'consent.helper_present', 'helper'],
] as const;

describe('whose yes is asked for', () => {
  it.each(['child', 'youth'] as const)('of a %s age comes first', (audience) => {
    expect(edition(audience).set.steps[0]).toBe('demo.age');
  });

  it.each(
    WAYS.flatMap(([way, page]) =>
      CHILDREN.flatMap((age) => [
        ['child', way, age, [page, 'assent.child']] as const,
        ['youth', way, age, [page, 'assent.youth']] as const,
      ]),
    ),
  )('of a %s where %s, aged %s: %j', (audience, way, age, expected) => {
    expect(consents(playing(audience, way, age))).toEqual(expected);
  });

  it.each(
    WAYS.flatMap(([way]) => [
      ['child', way, '13-15', ['assent.child']] as const,
      ['child', way, '18-25', ['assent.child']] as const,
      ['youth', way, '13-15', ['assent.youth']] as const,
      ['youth', way, '16-17', ['assent.youth_16']] as const,
      ['youth', way, '18-25', ['assent.youth_18']] as const,
    ]),
  )('of a %s where %s, aged %s: %j', (audience, way, age, expected) => {
    expect(consents(playing(audience, way, age))).toEqual(expected);
  });

  it.each(['rather_not', undefined])('is that of a child when somebody who reads as one says %s', (age) => {
    expect(consents(playing('child', 'parent_agrees', age))).toEqual(['consent.parent_for_child', 'assent.child']);
  });

  it.each(['rather_not', undefined])('is asked of a young person who says %s with "I am 13 or older"', (age) => {
    const player = playing('youth', 'parent_agrees', age);
    expect(consents(player)).toEqual(['assent.youth_unsaid']);
    const step = player.steps.find(({ id }) => id === 'assent.youth_unsaid');
    expect(step?.kind === 'consent' ? step.consent.statements : []).toEqual(['I am 13 or older.']);
  });
});

describe('a yes in front of a child', () => {
  it.each(WAYS)('where %s is given by each of them, and recorded with version and language', (way, page, by) => {
    const player = playing('child', way, '5-9');
    player.next();
    expect(player.screen).toMatchObject({ id: page, page: 1, pages: 1 });
    expect(player.next()).toBeUndefined();
    player.agree();
    expect(finishDraft({ ...player.told, text: 'Synthetic words.' }, CLOCK, 1)).toEqual({ kind: 'no_consent' });
    while (player.screen.page < 9) player.next();
    expect(player.next()).toBeUndefined();
    expect(player.goTo('story')).toBeUndefined();
    player.agree();
    expect(player.goTo('story')?.id).toBe('story');
    expect(player.draft.consent).toEqual([
      { text: `${page}@3`, by, locale: 'en-GB', at: CLOCK },
      { text: 'assent.child@3', by: 'teller', locale: 'en-GB', at: CLOCK },
    ]);
    const finished = finishDraft({ ...player.told, text: 'Synthetic words.' }, CLOCK, 1);
    expect(finished.kind === 'story' && finished.story.consent).toEqual(player.draft.consent);
  });

  it('is asked for again when the age is changed, and one that no longer counts is not sent', () => {
    const player = playing('youth', 'parent_agrees', '16-17');
    player.next();
    player.agree();
    expect(player.goTo('story')?.id).toBe('story');
    player.answer('demo.age', years('10-12'));
    expect(player.screen.id).not.toBe('story');
    expect(player.goTo('check')).toBeUndefined();
    expect(player.told.consent).toEqual([]);
  });

  it('is what comes next when the age was changed from the page of the whole story', () => {
    const player = playing('youth', 'parent_agrees', '16-17');
    player.next();
    player.agree();
    player.goTo('check');
    player.change('demo.age');
    player.answer('demo.age', years('10-12'));
    expect(player.next()?.id).toBe('consent.parent_for_child');
    expect(player.screen.id).toBe('consent.parent_for_child');
    player.agree();
    expect(player.next()?.id).toBe('assent.youth');
  });
});

it.each(['child', 'youth', 'family', 'pro'] as Audience[])(
  'an interruption page comes before the story of %s',
  (who) => {
    const { steps } = edition(who).set;
    expect(steps).toContain('interruption');
    expect(steps.indexOf('interruption')).toBeLessThan(steps.indexOf('story'));
    const yes = steps.findLastIndex((id) => /^(consent|assent)\./.test(id));
    expect(yes).toBeLessThan(steps.indexOf('story'));
  },
);
