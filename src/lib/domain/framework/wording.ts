import * as z from 'zod/mini';
import { AUDIENCES, type Audience } from '../audience';

/** One text in the wordings of the audiences that read it. At least one; a missing one falls back, see `wordingFor`. */
export const WordingSchema = z
  .strictObject({
    child: z.optional(z.string()),
    youth: z.optional(z.string()),
    family: z.optional(z.string()),
    pro: z.optional(z.string()),
  })
  .check(
    z.refine((w) => AUDIENCES.some((audience) => w[audience] !== undefined), { error: 'needs at least one audience' }),
  );
export type Wording = z.infer<typeof WordingSchema>;

export const WordingListSchema = z.strictObject({
  child: z.optional(z.array(z.string())),
  youth: z.optional(z.array(z.string())),
  family: z.optional(z.array(z.string())),
  pro: z.optional(z.array(z.string())),
});

const FALLBACK: Readonly<Record<Audience, readonly Audience[]>> = {
  child: ['child', 'youth', 'family', 'pro'],
  youth: ['youth', 'family', 'child', 'pro'],
  family: ['family', 'pro', 'youth', 'child'],
  pro: ['pro', 'family', 'youth', 'child'],
};

/** The wording an audience reads; the nearest other one where its own was not written. */
export function wordingFor(wording: Wording, audience: Audience): string {
  for (const candidate of FALLBACK[audience]) {
    const text = wording[candidate];
    if (text !== undefined) return text;
  }
  throw new Error('a wording without any text cannot have been parsed');
}
