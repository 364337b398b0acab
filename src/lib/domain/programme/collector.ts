import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { FrameworkRefSchema } from '../framework/framework-ref';
import { SlugSchema, StableIdSchema } from '../identifiers';
import { CODE_PATTERN } from './collector-code';
import { PublicProgrammeSchema } from './public-programme';
import { RecordedInSchema } from './recording';

/** `varied`: each teller sees the labels of all triads turned or mirrored in a way of their own, to test for bias. */
export const CornersSchema = z.enum(['label_order', 'varied']);

export const CollectorCodeSchema = z.string().check(z.regex(CODE_PATTERN));

/** A link or QR with its settings. */
export const CollectorSchema = z.strictObject({
  code: CollectorCodeSchema,
  programme: SlugSchema,
  /** What stewards call it: "Darnall Family Centre". No device is told it: somebody's phone may be looked through. */
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** `pin`: stories keep using `framework`; `latest`: the newest published version. */
  frameworkPolicy: z.enum(['pin', 'latest']),
  framework: FrameworkRefSchema,
  audiences: z.array(AudienceSchema).check(z.minLength(1)),
  mode: z.enum(['open', 'session', 'kiosk', 'scribe', 'paper']),
  /** Skips the question where the teller lives. */
  presetPlace: z.optional(z.strictObject({ scheme: StableIdSchema, area: StableIdSchema })),
  /** Left out = label order. */
  corners: z.optional(CornersSchema),
  opensAt: z.nullable(z.iso.datetime()),
  closesAt: z.nullable(z.iso.datetime()),
  /** Stories taken at most; null = no limit. */
  limit: z.nullable(z.int().check(z.gte(1))),
  revoked: z.boolean(),
});
export type Collector = z.infer<typeof CollectorSchema>;

/** What a device is told about a collector. */
export const PublicCollectorSchema = z.strictObject({
  code: CollectorCodeSchema,
  /** The programme's: what stewards call the link stays with them, and earlier versions cannot read a link without a name. */
  name: z.string(),
  framework: FrameworkRefSchema,
  audiences: z.array(AudienceSchema),
  mode: z.enum(['open', 'session', 'kiosk', 'scribe', 'paper']),
  presetPlace: z.optional(z.strictObject({ scheme: StableIdSchema, area: StableIdSchema })),
  corners: z.optional(CornersSchema),
  programme: PublicProgrammeSchema,
  /** In which languages, and for whom, texts of the framework can be heard as somebody spoke them; left out = none. */
  recordings: z.optional(z.array(RecordedInSchema)),
});
export type PublicCollector = z.infer<typeof PublicCollectorSchema>;

/**
 * One facilitated or kiosk gathering. Stories name it by its id; Gather will be the first to make one.
 * @public
 */
export const SessionSchema = z.strictObject({
  id: StableIdSchema,
  collector: CollectorCodeSchema,
  place: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.nullable(z.iso.datetime()),
  expected: z.nullable(z.int()),
});
