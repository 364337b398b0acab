import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { ReachResponseSchema } from '$lib/protocol/reach';
import { GET } from '../../../../src/routes/api/v1/explore/[programme]/reach/+server';
import { FRAMEWORK } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../../fixtures/staff';
import { accepted, aStory, idNumber } from '../../../fixtures/stories';

const SLUG = SHEFFIELD_TRIAL.slug;
const NOW = new Date('2026-11-02T10:00:00Z');
let server: Installation;
let jar: Map<string, string>;
let told = 0;

beforeEach(async () => {
  told = 0;
  server = installation();
  await server.services.store.publishFramework(FRAMEWORK);
  await server.services.store.createProgramme(SHEFFIELD_TRIAL);
  jar = await aMember(server.access, 'analyst@example.org', SLUG, ['analyst']);
});
afterEach(() => server.close());

async function tell(count: number, chosen: readonly string[]): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    told += 1;
    const answer =
      chosen.length === 0
        ? { state: 'unanswered' as const }
        : { kind: 'choice' as const, state: 'answered' as const, chosen: [...chosen] };
    const questions = { 'demo.background': answer };
    const story = aStory({ id: idNumber(told), session: `s${told % 7}`, about: { places: {}, questions } });
    await server.services.store.acceptStories([await accepted(story)], NOW);
  }
}

async function background(query = '') {
  const path = `/api/v1/explore/${SLUG}/reach${query}`;
  const response = await GET(anEvent(path, { jar, params: { programme: SLUG } }) as never); // as the route sees it
  const { questions } = ReachResponseSchema.parse(await response.json());
  const [question] = questions;
  const stories = (option: string) => question?.options.find(({ id }) => id === option)?.stories;
  return { id: question?.id, asked: question?.asked, stories };
}

describe('special reach questions', () => {
  test('are counted over everything, to the nearest 5, and never for few', async () => {
    await tell(24, ['white']);
    await tell(12, ['asian']);
    await tell(3, ['roma']);
    await tell(11, []);
    const { id, asked, stories } = await background();
    expect(id).toBe('demo.background');
    expect(asked).toBe(50);
    expect([stories('white'), stories('asian'), stories('roma')]).toEqual([25, 10, null]);
  });

  test('take no filter: whatever is asked for, the answer is the same', async () => {
    await tell(60, ['white']);
    await tell(40, []);
    const plain = await background();
    const filtered = await background('?s=_place.lac~o~north&place=north');
    expect(filtered.stories('white')).toBe(plain.stories('white'));
  });

  test('do not move with the next story', async () => {
    await tell(30, ['white']);
    await tell(30, []);
    const before = await background();
    await tell(1, ['white']);
    const after = await background();
    expect([after.asked, after.stories('white')]).toEqual([before.asked, before.stories('white')]);
  });
});
