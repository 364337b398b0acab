import * as z from 'zod/mini';
import { EditionSchema } from '../domain/framework/edition';
import { StableIdSchema } from '../domain/identifiers';
import { CollectorCodeSchema, PublicCollectorSchema } from '../domain/programme/collector';

/** What the tables of links hold: apart from the rows of stories, since every first visit reads and writes these. */

export const CollectorRowSchema = z.object({
  code: CollectorCodeSchema,
  /** Lets this device write stories for the collector and read nothing. Null once the server called it invalid. */
  token: z.nullable(z.string()),
  collector: PublicCollectorSchema,
  /** Device clock when last used: newest first in lists. */
  usedAt: z.number(),
});
export type CollectorRow = z.infer<typeof CollectorRowSchema>;

export const EditionRowSchema = z.object({
  /** `<framework id>@<version>/<audience>/<locale asked for>` */
  key: z.string(),
  framework: StableIdSchema,
  edition: EditionSchema,
});
export type EditionRow = z.infer<typeof EditionRowSchema>;
