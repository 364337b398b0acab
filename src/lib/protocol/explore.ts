import * as z from 'zod/mini';
import { FrameworkSchema } from '../domain/framework/framework';
import { ProgrammeSchema } from '../domain/programme/programme';
import { StorySchema } from '../domain/story/story';
import { ShownFileSchema } from './shown-file';

/** What an analyst's browser needs to draw a programme: its words and places. Columns come apart, in binary. */
export const ExploreHeadSchema = z.object({ programme: ProgrammeSchema, framework: FrameworkSchema });
export type ExploreHead = z.infer<typeof ExploreHeadSchema>;

/** The stories behind marks, by the serial numbers of the column snapshot. */
export const StoriesRequestSchema = z.object({
  serials: z.array(z.int().check(z.gte(0))).check(z.minLength(1), z.maxLength(200)),
});

const told = StorySchema.shape;

/** A story as an analyst reads it: cleared, shared for reading, without device, collector, exact time or consent record. */
export const ReadableStorySchema = z.object({
  serial: z.int(),
  /** Year and month received, `2026-11`. */
  month: z.string(),
  audience: told.audience,
  voice: told.voice,
  locale: told.locale,
  prompt: told.prompt,
  title: told.title,
  text: told.text,
  symbols: told.symbols,
  helper: told.helper,
  /** Left out where there are none. */
  files: z.optional(z.array(ShownFileSchema)),
  answers: told.answers,
  about: told.about,
  quotable: z.boolean(),
});
export type ReadableStory = z.infer<typeof ReadableStorySchema>;

export const StoriesResponseSchema = z.object({ stories: z.array(ReadableStorySchema) });
