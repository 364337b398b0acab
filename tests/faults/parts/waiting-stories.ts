import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import { finishing } from '$lib/device/finish-story';
import type { PreparedStory } from '$lib/device/prepared-story';
import { madeDraft } from './made-draft';

/** A finished story as it waits on a device, by the device's own code, under this number. */
export async function waitingStory(random: SeededRandom, collector: string, sequence: number): Promise<PreparedStory> {
  const words = ['otter', 'ladder', 'plum', 'sunny'];
  const told = { draft: madeDraft(random, collector), clock: new Date(), words, shared: false };
  const prepared = await finishing(told).prepare(sequence);
  if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
  return prepared;
}
