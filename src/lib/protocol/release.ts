import * as z from 'zod/mini';

const quarter = z.string().check(z.regex(/^\d{4}-Q[1-4]$/));

/** A figure and the release it is from (the quarter); null = fewer than k stories, or held back to protect such a number. */
const FigureSchema = z.nullable(z.object({ stories: z.int(), since: quarter }));
export type Figure = z.infer<typeof FigureSchema>;

export const ReleasedTableSchema = z.object({
  /** A signifier or question by its id, or `_place`, `_audience`, `_role`, `_quarter`. */
  id: z.string(),
  kind: z.enum(['place', 'audience', 'quarter', 'triad', 'slider', 'choice', 'options']),
  title: z.string(),
  stem: z.nullable(z.string()),
  /** Triads and sliders: the words of their labels, which the lines' ids speak of (`AB`, `fifth.2`). */
  labels: z.array(z.string()),
  /** What stories are counted by. `options` overlap: a story may have several. */
  lines: z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  /** By line: everywhere, then, where the line is also counted by place, each place in the order of `places`. */
  figures: z.array(z.array(FigureSchema)),
});
export type ReleasedTable = z.infer<typeof ReleasedTableSchema>;

/** All tables of one quarter, as viewers, boards and the public may see them. Frozen once made. */
export const ReleaseSchema = z.object({
  schema: z.literal(1),
  programme: z.string(),
  quarter,
  /** Holds what was received before this day (UTC). */
  before: z.iso.date(),
  /** Fewest stories behind a figure. */
  k: z.int(),
  /** Figures are to the nearest multiple. */
  roundTo: z.int(),
  stories: z.int(),
  /** The one scheme in which places are released; null where there is none, or where its areas were redrawn since. */
  places: z.nullable(
    z.object({
      scheme: z.string(),
      name: z.string(),
      /** Hash of its areas: a redrawn scheme is another one. */
      definition: z.string(),
      areas: z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })),
    }),
  ),
  tables: z.array(ReleasedTableSchema),
});
export type Release = z.infer<typeof ReleaseSchema>;

export const ReleaseResponseSchema = z.object({
  /** Null until enough stories of enough gatherings have come. */
  release: z.nullable(ReleaseSchema),
  /** SHA-256 of the release as canonical JSON. */
  hash: z.nullable(z.string()),
  /** The first day on which another one may be made. */
  next: z.iso.date(),
});
export type ReleaseResponse = z.infer<typeof ReleaseResponseSchema>;
