import * as z from 'zod/mini';
import { AudienceSchema, VoiceSchema } from '../audience';
import { FrameworkRefSchema } from '../framework/framework-ref';
import { LocaleSchema, SlugSchema, StableIdSchema, UuidSchema, personText } from '../identifiers';
import { PlaceSchema } from '../programme/area-scheme';
import { CollectorCodeSchema } from '../programme/collector';
import { AnswerSchema } from '../signifier/answer';
import { ConsentRecordSchema } from './consent-record';
import { HelperSchema } from './helper';
import { MAX_MEDIA, MAX_SYMBOLS, MediaRefSchema } from './media-ref';
import { SharingSchema, type Sharing } from './sharing';
import { stricterSharing } from './stricter-sharing';

export { SharingSchema, type Sharing };

/**
 * The micro-narrative with its answers: one schema for device, wire and store. It holds nothing about the teller
 * that no pattern needs: no account, no address, no exact age, no location (DESIGN invariant 5).
 */
export const StorySchema = z.strictObject({
  schema: z.literal(1),
  id: UuidSchema,
  revision: z.int().check(z.gte(1)),
  programme: SlugSchema,
  framework: FrameworkRefSchema,
  collector: CollectorCodeSchema,
  session: z.nullable(StableIdSchema),
  audience: AudienceSchema,
  /** Null where the teller did not say. */
  voice: z.nullable(VoiceSchema),
  locale: LocaleSchema,
  prompt: z.nullable(StableIdSchema),
  title: z.nullable(personText(200)),
  text: z.nullable(personText(20_000)),
  media: z.array(MediaRefSchema).check(z.maxLength(MAX_MEDIA)),
  /** The picture-symbol strip in the teller's order, by symbol id; left out when none was laid. */
  symbols: z.optional(z.array(StableIdSchema).check(z.minLength(1), z.maxLength(MAX_SYMBOLS))),
  /** Left out when nobody helped. */
  helper: z.optional(HelperSchema),
  /** By signifier id. A signifier that was never shown has no entry. */
  answers: z.record(StableIdSchema, AnswerSchema),
  about: z.strictObject({
    places: z.record(StableIdSchema, PlaceSchema),
    /** By question id (`demo.age`, `demo.role`, ...). */
    questions: z.record(StableIdSchema, AnswerSchema),
  }),
  /** Null = not answered, which counts as `dots`. */
  sharing: z.nullable(SharingSchema),
  consent: z.array(ConsentRecordSchema).check(z.minLength(1), z.maxLength(4)),
  device: z.strictObject({
    /** The device's clock when the story was finished. Clocks lie: nothing orders or expires by it. */
    clock: z.iso.datetime(),
    /** Counts up on the device; with the server's own time it orders stories. */
    sequence: z.int().check(z.gte(1)),
    /** Whole seconds spent on each step, by step id. */
    secondsPerStep: z.record(StableIdSchema, z.int().check(z.gte(0))),
  }),
});
export type Story = z.infer<typeof StorySchema>;

/** Where two answers about sharing differ, the stricter wins; unanswered counts as dots (DESIGN invariant 14). */
export function effectiveSharing(story: Pick<Story, 'sharing' | 'answers'>): Sharing {
  const hear = story.answers['mcq.hear'];
  if (hear?.state === 'answered' && hear.kind === 'choice' && hear.chosen.includes('team_only')) return 'dots';
  return story.sharing ?? 'dots';
}

/**
 * A story whose sharing its teller lowered afterwards, as everybody is to see it: with the stricter of the two.
 * @param lowered null = never lowered: the story as it was told
 */
export function withLoweredSharing(story: Story, lowered: Sharing | null): Story {
  return lowered === null ? story : { ...story, sharing: stricterSharing(effectiveSharing(story), lowered) };
}
