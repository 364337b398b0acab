import type { Catalogue } from '../catalogue';

/** Words of the row for listening and reading that stands on every screen of Tell. See `tell.ts` for `key.child`. */
export const readingHelp = {
  label: 'Help with reading',
  listen: 'Listen',
  pause: 'Pause',
  go_on: 'Go on',
  quiet: 'Quiet',
  settings: 'Reading',
  not_loaded: 'This part did not load. Go where you have signal. Then try again.',
  'not_loaded.child': 'This did not load. Try again later.',
} as const satisfies Catalogue;
