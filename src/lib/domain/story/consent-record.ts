import * as z from 'zod/mini';

/** Who agreed to which words, and when. */
export const ConsentRecordSchema = z.strictObject({
  /** The words that were agreed to: `<consent id>@<framework version>`. */
  text: z.string().check(z.maxLength(120)),
  by: z.enum(['teller', 'parent', 'helper']),
  /** The device's clock: shown, never relied on. */
  at: z.iso.datetime(),
});
