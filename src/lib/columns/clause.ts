import * as z from 'zod/mini';
import { ZONES } from '../domain/signifier/zone';

export const STATES = ['answered', 'not_applicable', 'unanswered', 'not_asked'] as const;
export type State = (typeof STATES)[number];

/** Ids of views and dimensions: what a link can carry without escapes. */
const NameSchema = z.string().check(z.maxLength(130), z.regex(/^[A-Za-z0-9_][A-Za-z0-9._:-]*$/));
const coordinate = z.number().check(z.gte(-4), z.lte(4));

const common = {
  /** The view that made the clause: that view is not filtered by it. */
  source: NameSchema,
  /** What is filtered, see `dimension.ts`. */
  dimension: NameSchema,
  /** Stories whose answer has one of these states pass too. */
  states: z.optional(z.array(z.enum(STATES)).check(z.maxLength(4))),
};

/**
 * One condition of a selection; a selection is a list of them and all must hold. Plain JSON, because selections are
 * links. Coordinates are kept to 1/10,000 and ends of
 * ranges to 1/1,000,000, so that a link gives back the very same stories.
 */
export const ClauseSchema = z.discriminatedUnion('kind', [
  /** A lasso. Triads: plane coordinates (A = 0,0; B = 1,0; C = 1/2, sqrt(3)/2). Stones: unit square, y up, and which stone. */
  z.strictObject({
    kind: z.literal('polygon'),
    ...common,
    stone: z.optional(NameSchema),
    points: z.array(z.tuple([coordinate, coordinate])).check(z.minLength(3), z.maxLength(400)),
  }),
  z.strictObject({ kind: z.literal('zones'), ...common, zones: z.array(z.enum(ZONES)).check(z.maxLength(7)) }),
  /** Parts of one stone's canvas, numbered as `StoneTally.cells` counts them: 4 columns x 3 rows, or 3 rings. */
  z.strictObject({
    kind: z.literal('cells'),
    ...common,
    stone: NameSchema,
    cells: z.array(z.int().check(z.gte(0), z.lte(11))).check(z.maxLength(12)),
  }),
  /** Sliders (in [0, 1]) and numbers: from <= value <= to. */
  z.strictObject({ kind: z.literal('range'), ...common, from: z.number(), to: z.number() }),
  /** Categories and multiple choice: any of these. No option and some states = only these states. */
  z.strictObject({ kind: z.literal('options'), ...common, options: z.array(NameSchema).check(z.maxLength(400)) }),
  /** Months since January 1970, both ends included. */
  z.strictObject({ kind: z.literal('months'), ...common, from: z.int(), to: z.int() }),
]);
export type Clause = z.infer<typeof ClauseSchema>;

/** As many sources at once as a row has bits. */
export const MAX_SOURCES = 32;
