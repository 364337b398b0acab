import * as z from 'zod/mini';
import { StableIdSchema } from '../identifiers';

/** The steps one audience is led through, by id; `steps.ts` says what each id means. */
export const StepSetSchema = z.strictObject({ minutes: z.int(), steps: z.array(StableIdSchema).check(z.minLength(1)) });
