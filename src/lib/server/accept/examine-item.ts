import * as z from 'zod';
import type { Framework, FrameworkRef } from '../../domain/framework/framework';
import { UuidSchema } from '../../domain/identifiers';
import type { Collector } from '../../domain/programme/collector';
import { hasOwnConsent } from '../../domain/story/consent-record';
import { PushItemSchema, type Outcome } from '../../protocol/push';
import type { AcceptedStory } from '../store/port';
import { misfit } from './fits-framework';
import { hashed } from './hashed';
import { quickCheck } from './quick-check';
import { refused } from './refusal';

export type Examined =
  | { readonly kind: 'accepted'; readonly story: AcceptedStory }
  | { readonly kind: 'refused'; readonly outcome: Outcome };

export interface Against {
  readonly collector: Collector;
  readonly framework: (ref: FrameworkRef) => Promise<Framework | null>;
}

/** Looks at one item of a batch by itself; nothing about it can stop another. */
export async function examineItem(item: unknown, { collector, framework }: Against): Promise<Examined> {
  const refuse = (...reason: Parameters<typeof refused> extends [string, ...infer Rest] ? Rest : never): Examined => ({
    kind: 'refused',
    outcome: refused(idOf(item), ...reason),
  });
  const parsed = wellFormed(item) ? { success: true as const, data: item } : PushItemSchema.safeParse(item);
  if (!parsed.success) {
    if (withoutConsent(item)) return refuse('no_consent');
    return refuse(parsed.error.issues.some(isTooLong) ? 'too_large' : 'not_understood');
  }
  const { id, story, hash, receipt, help } = parsed.data;
  if (story.id !== id) return refuse('not_understood');
  const { body, hash: found } = hashed(story);
  if (found !== hash) return refuse('hash_differs');
  if (story.programme !== collector.programme || story.collector !== collector.code) return refuse('wrong_programme');
  const asked = story.framework.id === collector.framework.id ? await framework(story.framework) : null;
  if (asked === null) return refuse('not_understood', UNKNOWN_FRAMEWORK);
  const agreed = story.consent.every(({ text }) => asked.consents.some(({ id }) => text.startsWith(`${id}@`)));
  if (!agreed || !hasOwnConsent(story)) return refuse('no_consent');
  const wrong = misfit(story, asked);
  if (wrong !== null) return refuse('not_understood', wrong);
  return { kind: 'accepted', story: { story, hash, body, receipt, help } };
}

const wellFormed = quickCheck(PushItemSchema);

const UNKNOWN_FRAMEWORK =
  'The story was told with a framework that this collector does not use. It stays on this device.';

const ItemIdSchema = z.looseObject({ id: UuidSchema });
/** An empty id where none can be read: outcomes come in the order of the items. */
function idOf(item: unknown): string {
  const read = ItemIdSchema.safeParse(item);
  return read.success ? read.data.id : '';
}

const NoConsentSchema = z.looseObject({ story: z.looseObject({ consent: z.array(z.unknown()).max(0).optional() }) });
function withoutConsent(item: unknown): boolean {
  return NoConsentSchema.safeParse(item).success;
}

function isTooLong(issue: { code: string; path: PropertyKey[] }): boolean {
  return issue.code === 'too_big' && issue.path[0] === 'story';
}
