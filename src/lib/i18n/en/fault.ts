import type { Catalogue } from '../catalogue';

/** Words of the page that stands where another could not. Alone in its file: every page loads it beforehand. */
export const fault = {
  home: 'Front door',
  not_found: 'There is nothing here',
  not_found_words: 'The address may be wrong, or it belongs to a programme you have no role in.',
  not_allowed: 'Your roles do not cover this',
  not_allowed_words: 'You work in this programme, but not with this. A steward can give you the role for it.',
  fault: 'That did not work',
  fault_words: 'Something went wrong on the server. Nothing on your device is lost. Try again in a moment.',
} as const satisfies Catalogue;
