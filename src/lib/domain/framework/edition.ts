import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { LocaleSchema } from '../identifiers';
import { frameworkShape } from './shape';
import { StepSetSchema } from './step-set';

/**
 * What one audience reads of a framework in one language: every wording is already the one string to show. This is
 * what a device is served and keeps; the whole framework, with its sources, never travels to a phone.
 */
export const EditionSchema = z.strictObject({
  ...frameworkShape(z.string(), z.optional(z.array(z.string()))),
  audience: AudienceSchema,
  /** Left out = the framework's own language. */
  translation: z.optional(z.strictObject({ locale: LocaleSchema, state: z.enum(['draft', 'reviewed']) })),
  set: StepSetSchema,
});
export type Edition = z.infer<typeof EditionSchema>;
export type Signifier = Edition['signifiers'][number];
export type TriadSignifier = Extract<Signifier, { kind: 'triad' }>;
export type SliderSignifier = Extract<Signifier, { kind: 'slider' }>;
export type StonesSignifier = Extract<Signifier, { kind: 'stones' }>;
export type ChoiceSignifier = Extract<Signifier, { kind: 'choice' }>;
export type TextSignifier = Extract<Signifier, { kind: 'text' }>;
export type NumberSignifier = Extract<Signifier, { kind: 'number' }>;
export type Label = TriadSignifier['labels'][number];
export type ConsentText = Edition['consents'][number];
