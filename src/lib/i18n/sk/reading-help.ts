import type { Translated } from '../catalogue';
import type { readingHelp as english } from '../en/reading-help';

/** Draft. See `ways.ts`. */
export const readingHelp: Translated<typeof english> = {
  label: 'Pomoc s čítaním',
  listen: 'Počúvať',
  pause: 'Zastaviť na chvíľu',
  go_on: 'Pokračovať',
  quiet: 'Ticho',
  settings: 'Čítanie',
  not_loaded: 'Táto časť sa nenačítala. Treba ísť tam, kde je signál. Potom to skúsiť znova.',
  'not_loaded.child': 'Toto sa nenačítalo. Skús to neskôr.',
};
