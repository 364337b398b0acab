import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { LocaleSchema } from '../identifiers';
import { frameworkShape } from './shape';
import { StepSetSchema } from './step-set';
import { WordingListSchema, WordingSchema } from './wording';

/** One language's words. `draft` ones are offered to tellers only where the steward chose so, and say so. */
export const CatalogueSchema = z.strictObject({
  state: z.enum(['draft', 'reviewed']),
  texts: z.record(z.string(), WordingSchema),
});

/**
 * A versioned set of prompts, signifiers and questions. Immutable once published: `version` counts up, ids never
 * change their meaning, only words differ between versions, audiences and languages.
 */
export const FrameworkSchema = z.strictObject({
  ...frameworkShape(WordingSchema, WordingListSchema),
  audiences: z.array(AudienceSchema).check(z.minLength(1)),
  sets: z.partialRecord(AudienceSchema, StepSetSchema),
  catalogues: z.record(LocaleSchema, CatalogueSchema),
  /** Signifiers kept ready for later versions; not asked. */
  bank: z.optional(z.array(z.record(z.string(), z.unknown()))),
  documents: z.optional(z.record(z.string(), z.string())),
  designRules: z.optional(z.array(z.string())),
});
export type Framework = z.infer<typeof FrameworkSchema>;
export type FrameworkSignifier = Framework['signifiers'][number];
export type FrameworkQuestion = Framework['questions'][number];

export { FrameworkRefSchema, type FrameworkRef } from './framework-ref';

export function findSignifier(framework: Framework, id: string): FrameworkSignifier | FrameworkQuestion | undefined {
  return (
    framework.signifiers.find((signifier) => signifier.id === id) ??
    framework.questions.find((question) => question.id === id)
  );
}
