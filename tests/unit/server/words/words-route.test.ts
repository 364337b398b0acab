import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeClauses } from '$lib/columns/clause-link';
import { DIMENSION } from '$lib/columns/dimension';
import type { Audience } from '$lib/domain/audience';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Story } from '$lib/domain/story/story';
import { WordsResponseSchema, type WordsRequest } from '$lib/protocol/word-use';
import { POST } from '../../../../src/routes/api/v1/explore/[programme]/words/+server';
import { FRAMEWORK } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../../fixtures/staff';
import { accepted, aStory, idNumber } from '../../../fixtures/stories';

const SLUG = SHEFFIELD_TRIAL.slug;
const NOW = new Date('2026-11-02T10:00:00Z');
let server: Installation;
let jar: Map<string, string>;

beforeEach(async () => {
  server = installation();
  const { store } = server.services;
  await store.publishFramework(FRAMEWORK);
  await store.createProgramme(SHEFFIELD_TRIAL);
  jar = await aMember(server.access, 'analyst@example.org', SLUG, ['analyst']);
});
afterEach(() => server.close());

async function tell(n: number, changes: Partial<Story>, cleared = true): Promise<void> {
  const { store } = server.services;
  await store.acceptStories([await accepted(aStory({ id: idNumber(n), title: null, ...changes }))], NOW);
  if (cleared) await store.recordReading(SLUG, idNumber(n), { outcome: 'clear', reader: 'r', at: NOW, note: null });
}

/** Sixty stories of families and sixty of young people, told in six sessions each. */
async function tellMany(words: Readonly<Partial<Record<Audience, string>>>): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    const audience = n % 2 === 0 ? 'family' : 'youth';
    await tell(n + 1, { audience, session: `s${n % 12}`, text: `We went there. ${words[audience] ?? ''}` });
  }
}

const who = (...options: Audience[]): string =>
  encodeClauses([{ kind: 'options', source: DIMENSION.audience, dimension: DIMENSION.audience, options }]);
const month = encodeClauses([
  { kind: 'months', source: DIMENSION.months, dimension: DIMENSION.months, from: 0, to: 2000 },
]);

async function ask(request: Partial<WordsRequest>) {
  const body = { within: '', first: who('family'), second: null, language: null, ...request };
  const event = anEvent(`/api/v1/explore/${SLUG}/words`, { method: 'POST', jar, params: { programme: SLUG }, body });
  const response = await POST(event as never); // a test event has what the route uses
  if (response.status !== 200) return { status: response.status } as const;
  return WordsResponseSchema.parse(await response.json());
}

describe('the words of two groups', () => {
  test('are those of texts that may be read: what waits for a reader, or is dots only, has no words', async () => {
    await tellMany({ family: 'The taxi was late.' });
    for (let n = 200; n < 260; n += 1) {
      const session = `t${n % 12}`;
      await tell(n, { audience: 'youth', session, text: 'A secret banana.' }, false);
      await tell(n + 100, { audience: 'youth', session, text: 'A secret banana.', sharing: 'dots' });
    }
    const answer = await ask({});
    expect(answer).toMatchObject({ kind: 'compared', first: { stories: 60, sessions: 6 }, second: { stories: 60 } });
    expect(JSON.stringify(answer)).toContain('taxi');
    expect(JSON.stringify(answer)).not.toContain('banana');
  });

  test('are refused where a group is small or of one session, whatever else is asked', async () => {
    await tellMany({});
    for (let n = 200; n < 230; n += 1) await tell(n, { audience: 'pro', session: 'one', text: 'A word.' });
    expect(await ask({ first: who('child') })).toMatchObject({ kind: 'refused', why: 'few', group: 'first' });
    expect(await ask({ first: who('pro') })).toMatchObject({ kind: 'refused', why: 'few' });
    expect(await ask({ first: who('family', 'youth'), second: who('pro') })).toMatchObject({ kind: 'refused' });
  });

  test('cannot be taken apart by two questions that differ in a few stories', async () => {
    await tellMany({ family: 'The taxi was late.' });
    for (let n = 200; n < 204; n += 1)
      await tell(n, { audience: 'child', session: `s${n % 12}`, text: 'My mum is called Zebra.' });
    // Twelve professionals, so that the rest of every question can stand by itself.
    for (let n = 300; n < 312; n += 1) await tell(n, { audience: 'pro', session: `p${n % 4}`, text: 'A meeting.' });
    expect(await ask({ first: who('family'), second: who('youth') })).toMatchObject({ kind: 'compared' });
    expect(await ask({ first: who('family', 'child'), second: who('youth') })).toMatchObject({
      kind: 'refused',
      why: 'like_earlier',
      group: 'first',
    });
    // The same question again, and a colleague's first one, are answered.
    expect(await ask({ first: who('family'), second: who('youth') })).toMatchObject({ kind: 'compared' });
    jar = await aMember(server.access, 'other@example.org', SLUG, ['analyst']);
    expect(await ask({ first: who('family', 'child'), second: who('youth') })).toMatchObject({ kind: 'compared' });
  });

  test('go on being answered as an analyst works: the words stay, the numbers beside them may not', async () => {
    await tellMany({ family: 'The taxi was late.' });
    for (let n = 200; n < 240; n += 1)
      await tell(n, {
        audience: n % 10 === 0 ? 'family' : 'pro',
        voice: 'proxy',
        session: `v${n % 8}`,
        text: 'We sat.',
      });
    const voice = encodeClauses([
      { kind: 'options', source: DIMENSION.voice, dimension: DIMENSION.voice, options: ['proxy'] },
    ]);
    expect(await ask({})).toMatchObject({ kind: 'compared', numbers: 'exact' });
    const next = await ask({ first: voice });
    expect(next).toMatchObject({ kind: 'compared', numbers: 'held' });
    if (!('kind' in next) || next.kind !== 'compared') throw new Error('compared before');
    const words = [...next.more, ...next.fewer];
    expect(words.length).toBeGreaterThan(0);
    expect(words.every(({ first, second }) => first === null && second === null)).toBe(true);
  });

  test('are compared within one language, the most told one first', async () => {
    await tellMany({});
    for (let n = 200; n < 250; n += 1)
      await tell(n, {
        audience: n % 2 ? 'family' : 'youth',
        session: `a${n % 8}`,
        locale: 'ar',
        text: 'ذهبنا إلى هناك',
      });
    expect(await ask({})).toMatchObject({
      kind: 'compared',
      language: 'en',
      languages: [
        { language: 'en', stories: 120 },
        { language: 'ar', stories: 50 },
      ],
    });
    expect(await ask({ language: 'ar' })).toMatchObject({ kind: 'compared', language: 'ar', first: { stories: 25 } });
  });

  test('say so when there is none, and refuse a filter that means nothing here', async () => {
    expect(await ask({})).toEqual({ kind: 'no_texts' });
    expect(await ask({ within: 'nonsense' })).toEqual({ status: 400 });
    expect(await ask({ within: 'nothing.here~o~x' })).toEqual({ status: 400 });
  });

  test('follow the filter that holds for both groups', async () => {
    await tellMany({ family: 'The taxi was late.' });
    expect(await ask({ within: month })).toMatchObject({ kind: 'compared', first: { stories: 60 } });
    expect(await ask({ within: who('youth') })).toMatchObject({ kind: 'refused', why: 'few', group: 'first' });
  });
});
