import * as z from 'zod/mini';
import { PatternNameSchema } from '../domain/programme/pattern-name';
import { RegionSchema } from '../domain/programme/region';

/** Every region of a programme in the order they were drawn, retired ones too. */
export const RegionsResponseSchema = z.object({ regions: z.array(RegionSchema) });
export const RegionResponseSchema = z.object({ region: RegionSchema });

/** Every name that was given, oldest first. */
export const PatternNamesResponseSchema = z.object({ names: z.array(PatternNameSchema) });
