import type { Translated } from '../catalogue';
import { readingHelp as english } from '../en/reading-help';

/** Draft. */
export const readingHelp: Translated<typeof english> = {
  ...english,
  no_voice: 'This device has no voice for this language. We sent nothing away to make one.',
  'no_voice.child': 'There is no voice here for this. Ask a grown-up to read it to you.',
  silent: 'The voice did not answer. Try once more.',
};
