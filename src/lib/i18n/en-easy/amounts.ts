import type { Translated } from '../catalogue';
import { amounts as english } from '../en/amounts';

/** Draft. */
export const amounts: Translated<typeof english> = {
  ...english,
  to_say: { one: 'Pick {n} more.', other: 'Pick {n} more.' },
  none_of_these: 'None of these. We keep: it does not fit.',
};
