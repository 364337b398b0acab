import type { Translated } from '../catalogue';
import type { readingHelp as english } from '../en/reading-help';

/** Draft. See `ways.ts`. */
export const readingHelp: Translated<typeof english> = {
  label: 'Caawimo akhriska ah',
  listen: 'Dhegayso',
  pause: 'Yara jooji',
  go_on: 'Sii wad',
  quiet: 'Aamusi',
  settings: 'Akhris',
  not_loaded: 'Qaybtani may soo degin. Tag meel shabakaddu shaqaynayso. Dabadeed isku day mar kale.',
  'not_loaded.child': 'Tani may soo degin. Hadhow isku day mar kale.',
};
