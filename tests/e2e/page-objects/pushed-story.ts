import type { APIRequestContext } from '@playwright/test';
import { contentHash } from '../../../src/lib/domain/story/content-hash';
import { StorySchema } from '../../../src/lib/domain/story/story';

interface Triad {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Hands a synthetic story in as a phone would, without walking through Tell: for journeys that begin at its arrival. */
export async function pushStory(
  request: APIRequestContext,
  code: string,
  told: { number: number; text: string; contact?: string | null; locality?: string; at?: Triad },
): Promise<void> {
  const { number, text, contact = null, locality, at = { a: 0.1, b: 0.8, c: 0.1 } } = told;
  const exchanged = (await (await request.post('/api/v1/collectors/exchange', { data: { code } })).json()) as {
    token: string;
    protocol: number;
    collector: { framework: { id: string; version: number }; programme: { slug: string } };
  }; // the route's own answer
  const id = `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const story = StorySchema.parse({
    schema: 1,
    id,
    revision: 1,
    programme: exchanged.collector.programme.slug,
    framework: exchanged.collector.framework,
    collector: code,
    session: null,
    audience: 'family',
    voice: 'own',
    locale: 'en-GB',
    prompt: null,
    title: null,
    text,
    media: [],
    answers: {
      'triad.right': { kind: 'triad', state: 'answered', at, method: 'pointer' },
    },
    about: {
      places: locality === undefined ? {} : { lac: { area: locality, basis: 'teller' } },
      questions: {},
    },
    sharing: 'read',
    consent: [{ text: 'consent.family@3', by: 'teller', at: '2026-11-02T10:00:00.000Z' }],
    device: { clock: '2026-11-02T10:05:00.000Z', sequence: number, secondsPerStep: {} },
  });
  const help = contact === null ? null : { wanted: true, contact };
  const answer = await request.post('/api/v1/push', {
    headers: { authorization: `Bearer ${exchanged.token}` },
    data: {
      protocol: exchanged.protocol,
      device: { id: '01900000-0000-7000-8000-00000000ffff', waiting: 1 },
      items: [{ id, hash: await contentHash(story), receipt: null, help, story }],
    },
  });
  const { outcomes } = (await answer.json()) as { outcomes: { outcome: string }[] }; // the route's own answer
  if (outcomes[0]?.outcome !== 'stored') throw new Error(`the story was not stored: ${JSON.stringify(outcomes)}`);
}
