import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { FrameworkRefSchema } from '../framework/framework-ref';
import { LocaleSchema, SlugSchema, StableIdSchema, UuidSchema } from '../identifiers';
import { PlaceSchema } from '../programme/area-scheme';
import { CollectorCodeSchema } from '../programme/collector';
import { AnswerSchema, CornerOrderSchema } from '../signifier/answer';
import { ConsentRecordSchema } from './consent-record';
import { HelperSchema } from './helper';
import { SharingSchema } from './sharing';
import { SealedSchema } from './sealed';
import { MediaRefSchema } from './media-ref';

/** How somebody who wants to be helped can be reached, while the story is told on their device. */
export const HelpRequestSchema = z.strictObject({
  wanted: z.boolean(),
  contact: z.nullable(z.string().check(z.maxLength(500))),
});
export type HelpRequest = z.infer<typeof HelpRequestSchema>;

/**
 * The same as it leaves the device and as it is stored, apart from the story: the way to be reached is sealed to the
 * safeguarding role. An open `contact` comes only from devices that know no key yet, and is in rows from before that.
 */
export const SentHelpSchema = z.strictObject({ ...HelpRequestSchema.shape, sealed: z.optional(SealedSchema) });
export type SentHelp = z.infer<typeof SentHelpSchema>;

/**
 * A story being told. Saved at every step; nothing in it is an answer until the teller gave it. Its id becomes the
 * story's id, so that finishing twice can never make two stories.
 */
export const DraftSchema = z.strictObject({
  id: UuidSchema,
  /** The revision of a finished story that is being changed; left out for a story told anew. */
  amends: z.optional(z.int().check(z.gte(1))),
  collector: CollectorCodeSchema,
  programme: SlugSchema,
  framework: FrameworkRefSchema,
  audience: AudienceSchema,
  locale: LocaleSchema,
  /** How the labels of triads stand for this teller; left out = label order. */
  corners: z.optional(CornerOrderSchema),
  /** The step shown, by id. */
  step: StableIdSchema,
  /** "Two more minutes?": null until answered. */
  more: z.nullable(z.boolean()),
  prompt: z.nullable(StableIdSchema),
  title: z.string(),
  text: z.string(),
  /** Files made for this story; their bytes lie in the device's media store. */
  media: z.optional(z.array(MediaRefSchema)),
  /** The picture-symbol strip, by symbol id. */
  symbols: z.optional(z.array(StableIdSchema)),
  /** `wrote`: the words are the helper's writing (`scribed`) or the teller's own with help (`supported`); null = not said. */
  helper: z.optional(z.strictObject({ ...HelperSchema.shape, view: z.string(), wrote: z.nullable(z.boolean()) })),
  answers: z.record(StableIdSchema, AnswerSchema),
  questions: z.record(StableIdSchema, AnswerSchema),
  places: z.record(StableIdSchema, PlaceSchema),
  sharing: z.nullable(SharingSchema),
  consent: z.array(ConsentRecordSchema),
  help: z.nullable(HelpRequestSchema),
  secondsPerStep: z.record(StableIdSchema, z.int()),
});
export type Draft = z.infer<typeof DraftSchema>;
