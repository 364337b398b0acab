import type { Translated } from '../catalogue';
import type { fault as english } from '../en/fault';

/** Draft. See `tell.ts`. */
export const fault: Translated<typeof english> = {
  home: 'First page',
  not_found: 'There is nothing here',
  not_found_words: 'Maybe the address is wrong. Look at it again.',
  not_allowed: 'You can not see this',
  not_allowed_words: 'Ask the person who runs this programme.',
  fault: 'That did not work',
  fault_words: 'Something went wrong on our side. Your device has lost nothing. Try again soon.',
};
