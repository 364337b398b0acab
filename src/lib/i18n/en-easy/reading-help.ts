import type { Translated } from '../catalogue';
import { readingHelp as english } from '../en/reading-help';

/** Draft. */
export const readingHelp: Translated<typeof english> = {
  ...english,
};
