import * as z from 'zod/mini';
import { StableIdSchema, UuidSchema, personText } from '../identifiers';

/** A little outside the picture is allowed: a loop round a corner overshoots it. */
const reach = z.number().check(z.gte(-0.5), z.lte(1.5));
const unit = z.number().check(z.gte(0), z.lte(1));

/**
 * A drawn part of one signifier, in the signifier's own space: a loop in a triad's plane (x = b + c/2, y = c·√3/2) or on
 * a stones canvas (both axes in [0, 1], y up), or a stretch of a slider from the first label (0) to the second (1).
 */
export const RegionShapeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('loop'),
    points: z.array(z.tuple([reach, reach])).check(z.minLength(3), z.maxLength(200)),
  }),
  z
    .strictObject({ kind: z.literal('span'), from: unit, to: unit })
    .check(z.refine(({ from, to }) => from < to, { error: 'a stretch must have a length' })),
]);

/** What a person says of a region; when and by whom is added by the server. */
export const RegionDraftSchema = z.strictObject({
  /** Made where it is drawn, so that sending it again is harmless. */
  id: UuidSchema,
  signifier: StableIdSchema,
  /** Which stone, on a stones canvas. */
  stone: z.optional(StableIdSchema),
  /** "More stories like these", "fewer like those". */
  wish: z.enum(['more', 'fewer']),
  /** What the people who drew it call it. */
  words: personText(160).check(z.minLength(1)),
  /** Whose wish it is, in their own words: a group, a meeting. Never a person's name unless they chose so. */
  onBehalfOf: z.optional(personText(160)),
  shape: RegionShapeSchema,
  /** The region this one takes the place of; the earlier one stays on record. */
  replaces: z.optional(UuidSchema),
});
export type RegionDraft = z.infer<typeof RegionDraftSchema>;

const signed = z.strictObject({ by: z.string(), at: z.iso.datetime() });

/**
 * "More like these, fewer like those": drawn before the period it is measured in. Never changed once drawn (a changed
 * wish is a new region with its own date), so that nothing can be back-dated; a retired one is kept.
 */
export const RegionSchema = z.extend(RegionDraftSchema, { drawn: signed, retired: z.nullable(signed) });
export type Region = z.infer<typeof RegionSchema>;
