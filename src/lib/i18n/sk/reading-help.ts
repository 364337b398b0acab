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
  no_voice: 'Toto zariadenie nemá hlas pre tento jazyk. Nič sa nikam neposlalo, aby nejaký vznikol.',
  'no_voice.child': 'Na toto tu nie je hlas. Popros niekoho dospelého, nech ti to prečíta.',
  silent: 'Hlas tohto zariadenia sa neozval. Skúsme to ešte raz.',
  'silent.child': 'Hlas nefungoval. Skús to znova.',
  not_loaded: 'Táto časť sa nenačítala. Treba ísť tam, kde je signál. Potom to skúsiť znova.',
  'not_loaded.child': 'Toto sa nenačítalo. Skús to neskôr.',
};
