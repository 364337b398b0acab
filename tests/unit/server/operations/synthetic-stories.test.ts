import { describe, expect, test } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { stateOf } from '$lib/domain/signifier/answer';
import { zoneOf } from '$lib/domain/signifier/zone';
import { close } from '$lib/domain/signifier/triad';
import { StorySchema, type Story } from '$lib/domain/story/story';
import { syntheticStories } from '$lib/server/operations/demo/synthetic-stories';
import { FRAMEWORK } from '../../../fixtures/programmes';

const plan = (stories: number, seed: string) => ({
  framework: FRAMEWORK,
  programme: { ...SHEFFIELD_TRIAL, slug: 'synthetic' },
  collectors: { session: 'ABCDEF', open: 'GHJKMN' },
  stories,
  seed,
});
const many = [...syntheticStories(plan(6000, 'many'))];
const stories = many.map(({ story }) => story);
const share = (of: readonly Story[], test: (story: Story) => boolean) => of.filter(test).length / of.length;

function triads(of: readonly Story[], id: string) {
  return of.flatMap(({ answers }) => {
    const answer = answers[id];
    return answer?.state === 'answered' && answer.kind === 'triad' ? [answer] : [];
  });
}

describe('synthetic stories', () => {
  test('are the same for the same seed and others for another', () => {
    const texts = (seed: string) => JSON.stringify([...syntheticStories(plan(50, seed))]);
    expect(texts('a')).toBe(texts('a'));
    expect(texts('a')).not.toBe(texts('b'));
  });

  test('are stories that the server would take, each once, in order of arrival', () => {
    for (const story of stories.slice(0, 300)) expect(StorySchema.parse(story)).toEqual(story);
    expect(new Set(stories.map(({ id }) => id)).size).toBe(6000);
    const times = many.map(({ receivedAt }) => receivedAt.getTime());
    expect(times).toEqual([...times].sort((p, q) => p - q));
  });

  test('say in their words that they are synthetic', () => {
    for (const { text, title } of stories) {
      expect(text ?? 'Synthetic').toMatch(/^Synthetic/);
      expect(title ?? 'Synthetic').toMatch(/^Synthetic/);
    }
  });

  test('gather exactly on corners, edge middles and the centre, children’s far more than adults’', () => {
    // 35 in 100 of children tap there and 12 of adults; drags that overshoot a corner end on it too.
    const exactly = (audience: string) => {
      const placed = triads(
        stories.filter((story) => story.audience === audience),
        'triad.who',
      );
      const exact = placed.filter(({ at }) => [at.a, at.b, at.c].every((part) => [0, 1 / 3, 0.5, 1].includes(part)));
      return exact.length / placed.length;
    };
    expect(exactly('child')).toBeGreaterThan(0.33);
    expect(exactly('child')).toBeLessThan(0.55);
    expect(exactly('family')).toBeGreaterThan(0.1);
    expect(exactly('family')).toBeLessThan(0.35);
  });

  test('ask nobody what their audience is not asked', () => {
    const children = stories.filter(({ audience }) => audience === 'child');
    expect(children.some(({ answers }) => 'triad.luck' in answers)).toBe(false);
    expect(children.every(({ answers }) => 'triad.right' in answers)).toBe(true);
  });

  test('leave not applicable 3 to 9 times in 100', () => {
    for (const id of ['triad.right', 'triad.who', 'dyad.alone', 'stones.near']) {
      const asked = stories.filter(({ answers }) => id in answers);
      const na = share(asked, ({ answers }) => stateOf(answers[id]) === 'not_applicable');
      expect(na).toBeGreaterThan(0.02);
      expect(na).toBeLessThan(0.1);
    }
  });

  test('come from unequal localities, in sessions of about twelve, over fifteen months', () => {
    const count = (area: string) => stories.filter(({ about }) => about.places['lac']?.area === area).length;
    expect(count('south_east')).toBeGreaterThan(count('north_east'));
    expect(count('north_east')).toBeGreaterThan(count('south_west'));
    const sessions = new Map<string, number>();
    for (const { session } of stories) if (session !== null) sessions.set(session, (sessions.get(session) ?? 0) + 1);
    const mean = [...sessions.values()].reduce((sum, size) => sum + size, 0) / sessions.size;
    expect(mean).toBeGreaterThan(11);
    expect(mean).toBeLessThan(13);
    const months = new Set(many.map(({ receivedAt }) => receivedAt.toISOString().slice(0, 7)));
    expect(months.size).toBe(15);
  });

  test('of professionals name a ward within the committee they name', () => {
    const wards = SHEFFIELD_TRIAL.areaSchemes.find(({ id }) => id === 'ward')?.areas ?? [];
    const named = stories.filter(({ about }) => about.places['ward'] !== undefined);
    expect(named.length).toBeGreaterThan(100);
    for (const { audience, about } of named) {
      expect(audience).toBe('pro');
      expect(wards.find(({ id }) => id === about.places['ward']?.area)?.within?.area).toBe(about.places['lac']?.area);
    }
  });

  test('hold one planted shift: the North East leans to "at the right time" by about 27 in 100', () => {
    const atTime = (of: readonly Story[], id: string) => {
      const placed = triads(of, id);
      return placed.filter(({ at }) => zoneOf(close(at.a, at.b, at.c)) === 'B').length / placed.length;
    };
    const there = [...syntheticStories(plan(12_000, 'shift'))].map(({ story }) => story);
    const inside = there.filter(({ about }) => about.places['lac']?.area === 'north_east');
    const rest = there.filter(({ about }) => about.places['lac']?.area !== 'north_east');
    const shift = atTime(inside, 'triad.right') - atTime(rest, 'triad.right');
    expect(shift).toBeGreaterThan(0.23);
    expect(shift).toBeLessThan(0.32);
    expect(Math.abs(atTime(inside, 'triad.who') - atTime(rest, 'triad.who'))).toBeLessThan(0.04);
    expect(inside.length).toBeGreaterThan(1000);
  }, 60_000);
});
