import type { Translated } from '../catalogue';
import type { offline as english } from '../en/offline';

/** Draft. See `tell.ts`. */
export const offline: Translated<typeof english> = {
  title: 'Sheaf bez siete',
  heading: 'Práve nie je sieť',
  known: 'Príbeh môžete povedať aj tak, tu:',
  none: 'Sheaf ešte nebol v tomto zariadení otvorený. Raz sa pripojte, otvorte odkaz alebo napíšte kód. Potom funguje aj bez siete.',
  waiting: {
    one: 'Jeden príbeh bezpečne čaká v tomto zariadení. Odíde sám, keď bude sieť.',
    few: '{n} príbehy bezpečne čakajú v tomto zariadení. Odídu samy, keď bude sieť.',
    many: '{n} príbehu bezpečne čaká v tomto zariadení. Odíde sám, keď bude sieť.',
    other: '{n} príbehov bezpečne čaká v tomto zariadení. Odídu samy, keď bude sieť.',
  },
  again: 'Skúsiť znova',
};
