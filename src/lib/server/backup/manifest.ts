import * as z from 'zod';

const Count = z.int().check(z.gte(0));

/** The first part of an archive: what it is, so that nothing is begun that cannot be ended. */
export const HeaderSchema = z.object({
  format: z.literal('sheaf-backup-1'),
  installation: z.uuid(),
  /** Counts up with every backup of an installation, in milliseconds since 1970 where the clock goes on. */
  number: Count,
  /** The last migration of the database. */
  shape: Count,
  epoch: z.string(),
  at: z.iso.datetime(),
});
export type Header = z.infer<typeof HeaderSchema>;

/** The last part: an archive without it was cut off. */
export const ManifestSchema = z.object({
  rows: z.record(z.string(), Count),
  counters: z.record(z.string(), Count),
  files: Count,
  recordings: Count,
  /** See `PartsHash`: of all parts before this one. */
  parts: Count,
  sha256: z.string(),
});
export type Manifest = z.infer<typeof ManifestSchema>;
