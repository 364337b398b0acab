import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import type { Draft } from '$lib/domain/story/draft';
import { storyId } from '$lib/domain/story/story-id';
import { draftOf } from '../../unit/device/samples';

/** A story that nobody told, as a device has it before it is finished. */
export function madeDraft(random: SeededRandom, collector: string): Draft {
  const bytes = Uint8Array.from({ length: 10 }, () => random.below(256));
  return draftOf(0, {
    id: storyId(Date.now(), bytes),
    collector,
    audience: 'family',
    framework: { id: 'sheffield-send', version: 3 },
    consent: [{ text: 'consent.family@3', by: 'teller', at: '2026-11-02T10:00:00.000Z' }],
    text: 'It rained. '.repeat(1 + random.below(80)),
  });
}
