import * as z from 'zod/mini';

const link = z.string().check(z.maxLength(5_000));

/** Two groups whose words are laid side by side; each part as it stands in a link (`encodeClauses`). */
export const WordsRequestSchema = z.object({
  /** What holds for both groups. */
  within: link,
  first: link,
  /** Null: everybody within who is not in the first group. */
  second: z.nullable(link),
  /** Language of the texts, `en`; null: the one most of them are in. */
  language: z.nullable(z.string().check(z.maxLength(35))),
});
export type WordsRequest = z.infer<typeof WordsRequestSchema>;

const count = z.int().check(z.gte(0));

/** Stories of one side that use a word; null where they are too few for a number. */
const SideSchema = z.nullable(count);

export const ComparedWordSchema = z.object({
  word: z.string(),
  first: SideSchema,
  second: SideSchema,
  /** Serials of some stories that use it, of the side that uses it more: to read. */
  read: z.array(count),
});
export type ComparedWord = z.infer<typeof ComparedWordSchema>;

/** Stories and sessions that texts of one language come from. */
const TextsSchema = z.object({ stories: count, sessions: count });
export type Texts = z.infer<typeof TextsSchema>;

/** Most told first; how many is said where it may be. */
const languages = z.array(z.object({ language: z.string(), stories: z.nullable(count) }));

export const WordsResponseSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('compared'),
    language: z.string(),
    languages,
    first: TextsSchema,
    second: TextsSchema,
    /** Of so many texts a part was drawn by lot; null: all were read. */
    drawnFrom: z.nullable(count),
    /** `held`: no number stands beside a word, since with earlier answers it would tell of a few stories. */
    numbers: z.enum(['exact', 'held']),
    /** Words used often enough to be compared. */
    tested: count,
    /** Used more by the first group, most typical first. */
    more: z.array(ComparedWordSchema),
    /** Used more by the second. */
    fewer: z.array(ComparedWordSchema),
  }),
  z.object({
    kind: z.literal('refused'),
    language: z.string(),
    languages,
    /**
     * `few`: one of the groups has too few texts, or nearly all from one session; `like_earlier`: so like an earlier
     * question of the same person that the words of a few stories could be worked out.
     */
    why: z.enum(['few', 'like_earlier']),
    /** Which group; both are told of together with their sizes only where they may be. */
    group: z.enum(['first', 'second']),
  }),
  /** No text may be read here yet. */
  z.object({ kind: z.literal('no_texts') }),
]);
export type WordsResponse = z.infer<typeof WordsResponseSchema>;
