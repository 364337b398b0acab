import { createHash } from 'node:crypto';
import content from '$lib/domain/framework/content/sheffield-send.json';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { canonicalJson, contentHash } from '$lib/domain/story/content-hash';
import type { PushItem } from '$lib/protocol/push';
import { pushItemText } from '$lib/protocol/push-item-text';
import { syntheticStories } from '$lib/server/operations/demo/synthetic-stories';

/** Finished stories as an outbox holds them: hashed, with the key of a receipt, nobody asking for help. */
export async function* madeStories(collector: string, count: number, seed: string): AsyncGenerator<PushItem> {
  const framework = FrameworkSchema.parse(content);
  const collectors = { session: collector, open: collector };
  const plan = { framework, programme: SHEFFIELD_TRIAL, collectors, stories: count, seed };
  for (const { story } of syntheticStories(plan)) {
    const receipt = createHash('sha256').update(`${seed} ${story.id}`).digest('hex');
    yield { id: story.id, hash: await contentHash(story), receipt, help: null, story };
  }
}

/** One as the outbox keeps it. */
export function textOf(item: PushItem): string {
  return pushItemText(item, canonicalJson(item.story));
}
