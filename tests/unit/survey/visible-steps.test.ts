import { describe, expect, test } from 'vitest';
import { stepsOf } from '$lib/domain/framework/steps';
import { newDraft } from '$lib/survey/new-draft';
import { reachable, screensOf, visibleSteps, type ConsentWay } from '$lib/survey/visible-steps';
import { STORY_ID, collector, edition } from '../../fixtures/sheffield-edition';

const ids = (steps: readonly { id: string }[]) => steps.map((step) => step.id);
const family = stepsOf(edition('family'));
const CHILD: ConsentWay = { band: 'under_13', under13: 'competent_child' };

describe('the path before and after "two more minutes?"', () => {
  test('thanks is never a step of telling', () => {
    for (const more of [true, false, null])
      expect(ids(visibleSteps(family, more, false, CHILD))).not.toContain('thanks');
  });

  test.each([null, false])('with the answer %s only about-you, sharing, help and check still come', (more) => {
    const after = ids(visibleSteps(family, more, false, CHILD));
    expect(after.slice(after.indexOf('more') + 1)).toEqual([
      'demo.role',
      'demo.setting',
      'demo.support',
      'demo.move',
      'demo.language',
      'sharing',
      'help_me',
      'check',
    ]);
  });

  test('with yes every step of the set comes, in its order', () => {
    expect(ids(visibleSteps(family, true, false, CHILD))).toEqual(ids(family).filter((id) => id !== 'thanks'));
  });

  test('a set without the question shows all its steps', () => {
    const child = stepsOf(edition('child'));
    // All but `thanks` and the two consents of other ways with children.
    expect(visibleSteps(child, null, false, CHILD)).toHaveLength(child.length - 3);
  });
});

test('a place known from the collector is not asked for', () => {
  expect(ids(visibleSteps(family, true, true, CHILD))).not.toContain('about.place');
});

describe('screens', () => {
  test('a child reads the assent page by page and is asked on a page of its own', () => {
    const child = edition('child');
    const assent = screensOf(stepsOf(child), 'child').filter((screen) => screen.step.id === 'assent.child');
    expect(assent).toHaveLength(9);
    expect(ids(assent).slice(0, 3)).toEqual(['assent.child', 'assent.child:2', 'assent.child:3']);
  });

  test('everybody else reads the consent on one screen', () => {
    expect(screensOf(family, 'family').filter((screen) => screen.step.kind === 'consent')).toHaveLength(1);
  });

  test('nothing behind a consent that was not given can be reached', () => {
    const screens = screensOf(
      visibleSteps(stepsOf(edition('child')), null, false, { ...CHILD, band: '13_15' }),
      'child',
    );
    const draft = newDraft(STORY_ID, collector(), edition('child'));
    expect(ids(reachable(screens, draft)).at(-1)).toBe('assent.child:9');
    const agreed = { consent: [{ text: 'assent.child@1', by: 'teller' as const, at: '2026-01-01T00:00:00Z' }] };
    expect(reachable(screens, agreed)).toEqual(screens);
  });
});
