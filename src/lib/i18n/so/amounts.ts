import type { Translated } from '../catalogue';
import type { amounts as english } from '../en/amounts';

/** Draft. See `ways.ts`. */
export const amounts: Translated<typeof english> = {
  how_much: 'Intee',
  how_much_each: 'Mid walba intee baa sheekadaada ku jirta?',
  none: 'Waxba',
  some: 'Xoogaa',
  a_lot: 'Wax badan',
  to_say: { one: '{n} kale dooro.', other: '{n} kale dooro.' },
  none_of_these: 'Kuwan midna. Waxaan u kaydinaynaa: kuma habboona.',
};
