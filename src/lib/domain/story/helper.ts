import * as z from 'zod/mini';
import { personText } from '../identifiers';

/** Who helped a teller: a role, never a name. */
export const HELPERS = ['parent', 'family', 'friend', 'school', 'health', 'care', 'advocate', 'other'] as const;
/** How the teller's answers were expressed to the helper. */
export const EXPRESSIONS = [
  'speech',
  'sign',
  'symbols',
  'pointing',
  'eyes',
  'device',
  'sounds_body',
  'drawing',
  'other',
] as const;

/**
 * Somebody helped to tell: whose words they are says `voice` (`supported`: the teller's own words with help, `scribed`:
 * written down by the helper). The helper's own view is kept apart from the story and told apart wherever it is read.
 */
export const HelperSchema = z.strictObject({
  who: z.enum(HELPERS),
  /** Empty where the helper did not say. */
  expressed: z.array(z.enum(EXPRESSIONS)).check(z.maxLength(EXPRESSIONS.length)),
  view: z.nullable(personText(2000)),
});
export type Helper = z.infer<typeof HelperSchema>;
