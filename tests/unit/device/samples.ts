import type { PublicCollector } from '$lib/domain/programme/collector';
import type { Draft } from '$lib/domain/story/draft';
import { storyId } from '$lib/domain/story/story-id';

/** Made-up stories for tests; nobody told them. */

export const CODE = 'ABC234';
export const OTHER_CODE = 'XYZ789';
export const WORDS = ['otter', 'ladder', 'plum', 'sunny'];

export function idOf(n: number): string {
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(4, n);
  return storyId(1_800_000_000_000, random);
}

export function draftOf(n: number, changes: Partial<Draft> = {}): Draft {
  return {
    id: idOf(n),
    collector: CODE,
    programme: 'sheffield-send',
    framework: { id: 'sheffield-send', version: 1 },
    audience: 'youth',
    locale: 'en-GB',
    step: 'story',
    more: null,
    prompt: null,
    title: `Story ${n}`,
    text: `The bus came late, and story ${n} was told.`,
    answers: {},
    questions: {},
    places: {},
    sharing: null,
    consent: [{ text: 'consent.youth@1', by: 'teller', at: '2026-11-02T10:00:00.000Z' }],
    help: null,
    secondsPerStep: { story: 40 },
    ...changes,
  };
}

export function collectorOf(code: string): PublicCollector {
  return {
    code,
    name: `Collector ${code}`,
    framework: { id: 'sheffield-send', version: 1 },
    audiences: ['youth'],
    mode: 'open',
    programme: {
      slug: 'sheffield-send',
      name: 'Sheffield',
      state: 'trial',
      origin: 'synthetic',
      contacts: [],
      areaSchemes: [],
    },
  };
}
