import * as z from 'zod/mini';
import { StableIdSchema } from '../identifiers';

/** A framework's name in every record that refers to it. Apart from the framework, whose schema a collector page does without. */
export const FrameworkRefSchema = z.strictObject({ id: StableIdSchema, version: z.int().check(z.gte(1)) });
export type FrameworkRef = z.infer<typeof FrameworkRefSchema>;
