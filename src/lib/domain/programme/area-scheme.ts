import * as z from 'zod/mini';
import { StableIdSchema } from '../identifiers';

/**
 * A named partition of places: Local Area Committees, SEND localities, family hubs, wards. `tile` is the cell of the
 * tile map, authored here: equal room for every locality, so no shape gives a small place away.
 */
export const AreaSchema = z.strictObject({
  id: StableIdSchema,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** National code where one exists (wards: ONS). */
  code: z.optional(z.string()),
  tile: z.optional(
    z.strictObject({ row: z.int().check(z.gte(0), z.lte(40)), column: z.int().check(z.gte(0), z.lte(40)) }),
  ),
  /** The area of a coarser scheme that holds this one. */
  within: z.optional(z.strictObject({ scheme: StableIdSchema, area: StableIdSchema })),
});

export const AreaSchemeSchema = z.strictObject({
  id: StableIdSchema,
  name: z.string(),
  /** What one area is called: "Local Area Committee". */
  unit: z.string(),
  /** Placeholder names that a steward is still to replace. */
  provisional: z.boolean(),
  areas: z.array(AreaSchema),
});
export type Area = z.infer<typeof AreaSchema>;
export type AreaScheme = z.infer<typeof AreaSchemeSchema>;

/** How a place came to be known: said by the teller, set by the collector, or looked up from a pick on the device. */
export const PlaceSchema = z.strictObject({
  /** An area of the scheme, or one of the framework's answers that are not areas (`outside`, `rather_not`, ...). */
  area: StableIdSchema,
  basis: z.enum(['teller', 'collector', 'picker', 'import']),
});
export type Place = z.infer<typeof PlaceSchema>;
