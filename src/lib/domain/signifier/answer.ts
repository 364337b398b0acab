import * as z from 'zod/mini';
import { StableIdSchema, personText } from '../identifiers';
import { ZONES } from './zone-names';

/** By which way in a placement was made. Every way writes the same position; the way is kept to test for bias. */
export const PLACEMENT_METHODS = [
  'pointer',
  'keyboard',
  'zones',
  'steps',
  'list',
  'scribe',
  'paper',
  'import',
] as const;
export const PlacementMethodSchema = z.enum(PLACEMENT_METHODS);
export type PlacementMethod = z.infer<typeof PlacementMethodSchema>;

const unit = z.number().check(z.gte(0), z.lte(1));

/** Label order, sum 1 within 2e-6 (three parts rounded to six digits can be 1.5e-6 off). */
export const TriadPlacementSchema = z
  .strictObject({ a: unit, b: unit, c: unit })
  .check(z.refine((p) => Math.abs(p.a + p.b + p.c - 1) <= 2e-6, { error: 'the three parts must sum to 1' }));

const howMuch = z.int().check(z.gte(0), z.lte(2));

const labelIndex = z.int().check(z.gte(0), z.lte(2));

/** A corner order as it is stored: three labels, each at one corner. */
export const CornerOrderSchema = z
  .tuple([labelIndex, labelIndex, labelIndex])
  .check(z.refine((order) => new Set(order).size === 3, { error: 'each label stands at one corner' }));

export const TriadAnswerSchema = z.strictObject({
  kind: z.literal('triad'),
  state: z.literal('answered'),
  at: TriadPlacementSchema,
  method: PlacementMethodSchema,
  /** The row chosen, when the zones list was the way in. */
  zone: z.optional(z.enum(ZONES)),
  /** Raw "how much" steps (none, some, a lot) per label, when those were the way in. */
  steps: z.optional(z.tuple([howMuch, howMuch, howMuch])),
  /** Label indices as shown at the corners start, end, top; left out when it was label order. */
  shown: z.optional(CornerOrderSchema),
});

export const SliderAnswerSchema = z.strictObject({
  kind: z.literal('slider'),
  state: z.literal('answered'),
  /** From the first label (0) to the second (1), whatever the direction on screen. */
  at: unit,
  method: PlacementMethodSchema,
  step: z.optional(z.int().check(z.gte(1), z.lte(5))),
});

export const StoneSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('placed'), x: unit, y: unit, method: PlacementMethodSchema }),
  /** The teller said that this stone is not in the story; a stone never touched is not in the record at all. */
  z.strictObject({ state: z.literal('not_in_story') }),
]);
export type Stone = z.infer<typeof StoneSchema>;

export const StonesAnswerSchema = z.strictObject({
  kind: z.literal('stones'),
  state: z.literal('answered'),
  stones: z.record(StableIdSchema, StoneSchema),
});

export const ChoiceAnswerSchema = z.strictObject({
  kind: z.literal('choice'),
  state: z.literal('answered'),
  chosen: z.array(StableIdSchema).check(z.minLength(1), z.maxLength(60)),
  other: z.optional(personText(300)),
});

export const TextAnswerSchema = z.strictObject({
  kind: z.literal('text'),
  state: z.literal('answered'),
  text: personText(5000).check(z.minLength(1)),
});

export const NumberAnswerSchema = z.strictObject({
  kind: z.literal('number'),
  state: z.literal('answered'),
  value: z.number(),
});

const none = z.literal(0);

/** "This does not fit my story": an answer, never a gap. */
export const NotApplicableSchema = z.strictObject({
  state: z.literal('not_applicable'),
  /** Where it was said of a triad as "none" of all three labels: an answer without a place. */
  steps: z.optional(z.tuple([none, none, none])),
});
/** Shown and passed over: a gap, never an answer. A signifier that was never shown has no record at all. */
export const UnansweredSchema = z.strictObject({ state: z.literal('unanswered') });

export const AnsweredSchema = z.discriminatedUnion('kind', [
  TriadAnswerSchema,
  SliderAnswerSchema,
  StonesAnswerSchema,
  ChoiceAnswerSchema,
  TextAnswerSchema,
  NumberAnswerSchema,
]);

export const AnswerSchema = z.union([AnsweredSchema, NotApplicableSchema, UnansweredSchema]);

export type TriadAnswer = z.infer<typeof TriadAnswerSchema>;
export type SliderAnswer = z.infer<typeof SliderAnswerSchema>;
export type StonesAnswer = z.infer<typeof StonesAnswerSchema>;
export type Answered = z.infer<typeof AnsweredSchema>;
export type Answer = z.infer<typeof AnswerSchema>;

/** The three states, counted apart everywhere. `undefined` (never shown) counts as unanswered. */
export type AnswerState = Answer['state'];

export function stateOf(answer: Answer | undefined): AnswerState {
  return answer?.state ?? 'unanswered';
}
