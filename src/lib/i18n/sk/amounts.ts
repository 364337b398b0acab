import type { Translated } from '../catalogue';
import type { amounts as english } from '../en/amounts';

/** Draft. See `ways.ts`. */
export const amounts: Translated<typeof english> = {
  how_much: 'Koľko',
  how_much_each: 'Koľko z každého je v tomto príbehu?',
  none: 'Nič',
  some: 'Trochu',
  a_lot: 'Veľa',
  to_say: {
    one: 'Treba vybrať ešte {n}.',
    few: 'Treba vybrať ešte {n}.',
    many: 'Treba vybrať ešte {n}.',
    other: 'Treba vybrať ešte {n}.',
  },
  none_of_these: 'Nič z toho. Uložíme si to ako: nehodí sa to.',
};
