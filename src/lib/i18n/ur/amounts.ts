import type { Translated } from '../catalogue';
import type { amounts as english } from '../en/amounts';

/** Draft. See `tell.ts`. */
export const amounts: Translated<typeof english> = {
  how_much: 'کتنا',
  how_much_each: 'آپ کی کہانی میں ہر ایک کتنا ہے؟',
  none: 'بالکل نہیں',
  some: 'کچھ',
  a_lot: 'بہت',
  to_say: { one: '{n} اور چننا باقی ہے۔', other: '{n} اور چننے باقی ہیں۔' },
  none_of_these: 'ان میں سے کوئی نہیں۔ ہم اسے یوں رکھتے ہیں: یہ ٹھیک نہیں بیٹھتا۔',
};
