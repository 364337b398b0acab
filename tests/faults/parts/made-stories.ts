import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import { storyId } from '$lib/domain/story/story-id';
import { anItem } from '../../fixtures/pushes';
import { aStory } from '../../fixtures/stories';
import type { Told } from './ledger';

const WORDS = [
  'bus',
  'late',
  'school',
  'quiet',
  'teacher',
  'listened',
  'waited',
  'again',
  'form',
  'hope',
  'café',
  '😀',
];

/** A valid story that nobody told, of a few words or of a few pages. */
export async function madeStory(random: SeededRandom, collector: string, sequence: number): Promise<Told> {
  const bytes = Uint8Array.from({ length: 10 }, () => random.below(256));
  const words = Array.from(
    { length: 3 + random.below(random.below(10) === 0 ? 600 : 60) },
    () => WORDS[random.below(12)],
  );
  const a = random.next();
  const b = (1 - a) * random.next();
  const story = aStory({
    id: storyId(Date.now(), bytes),
    collector,
    text: words.join(' '),
    answers: {
      'triad.right': { kind: 'triad', state: 'answered', at: { a, b, c: 1 - a - b }, method: 'pointer' },
      'dyad.alone': { state: 'not_applicable' },
    },
    device: { clock: new Date().toISOString(), sequence, secondsPerStep: { story: 60 } },
  });
  const item = await anItem(story);
  return { id: item.id, hash: item.hash, json: JSON.stringify(item) };
}
