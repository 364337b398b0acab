import * as z from 'zod/mini';
import { personText } from '../identifiers';

/** Tells a pattern of one view and seed from every other: made by the analysis from its rounded centre. */
export const PatternKeySchema = z.string().check(z.regex(/^[a-z0-9-]{6,80}$/));

/** Where a pattern stood when it was named: with it the name goes on to the pattern that continues it. */
export const PatternPlaceSchema = z.strictObject({
  /** The view it was found in. */
  view: z.string().check(z.maxLength(4_000)),
  /** Ids of the blocks that the centre's coordinates stand for, in order. */
  blocks: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(500)),
  /** Its centre in design-scaled units. */
  centre: z.array(z.number()).check(z.maxLength(5_000)),
});
export type PatternPlace = z.infer<typeof PatternPlaceSchema>;

/** What people call a pattern. */
export const PatternNameDraftSchema = z.strictObject({
  pattern: PatternKeySchema,
  name: personText(120).check(z.minLength(1)),
  place: z.optional(PatternPlaceSchema),
  /** Who named it, in their own words: a group, a meeting. */
  onBehalfOf: z.optional(personText(160)),
});
export type PatternNameDraft = z.infer<typeof PatternNameDraftSchema>;

/** Names are never made by a machine and never overwritten: the newest is shown, the earlier ones stay readable. */
export const PatternNameSchema = z.extend(PatternNameDraftSchema, { by: z.string(), at: z.iso.datetime() });
export type PatternName = z.infer<typeof PatternNameSchema>;
