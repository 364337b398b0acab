import type { Translated } from '../catalogue';
import type { signifiers as english } from '../en/signifiers';

/** Draft. See `tell.ts`. Labels stand after a colon, so that they need no other ending. */
export const signifiers: Translated<typeof english> = {
  list: 'فہرست',
  shape: 'شکل',
  show_shape: 'شکل دکھائیں',
  use_list: 'فہرست استعمال کریں',
  show_field: 'تصویر دکھائیں',
  take_off: 'ہٹائیں',
  pick_one: 'ایک چنیں۔',
  pick_any: 'جو ٹھیک لگیں سب چنیں۔',
  pick_up_to: { one: 'ایک چنیں۔', other: 'زیادہ سے زیادہ {n} چنیں۔' },
  picked_all: {
    one: 'آپ نے {n} چنا ہے۔ دوسرا چننے کے لیے اسے ہٹائیں۔',
    other: 'آپ نے {n} چنے ہیں۔ کوئی اور چننے کے لیے ایک ہٹائیں۔',
  },
  pick_of_five: 'یا پانچ میں سے ایک چنیں:',
  nothing_placed: 'ابھی کچھ نہیں رکھا گیا',

  mostly: 'زیادہ تر: {label}',
  then_some: '{before}، کچھ: {label}',
  then_bit: '{before}، تھوڑا سا: {label}',
  pair: '{first} اور {second}',
  triad_name: 'تین کونوں والی شکل: {a}، {b}، {c}',
  triad_keys:
    'تیر والی کنجیاں نقطے کو ہلاتی ہیں۔ 1، 2 اور 3 کونے پر لے جاتی ہیں، 0 درمیان میں۔ Delete اسے ہٹاتی ہے۔ فہرست یہی بات لفظوں میں کہتی ہے۔',

  lot_like: 'بہت حد تک: {label}',
  bit_like: 'کچھ حد تک: {label}',
  between: 'درمیان میں',
  between_two: 'ان کے درمیان: {first} اور {second}',
  quoted: '”{label}“',
  slider_keys: 'تیر والی کنجیاں نقطے کو ہلاتی ہیں، Home اور End سروں پر لے جاتی ہیں، Delete اسے ہٹاتی ہے۔',

  placed: '{n} رکھے گئے۔',
  to_go: { one: '{n} باقی ہے، اگر ٹھیک لگے۔', other: '{n} باقی ہیں، اگر ٹھیک لگیں۔' },
  tap_then_tap: 'پتھر کو چھوئیں، پھر اس کی جگہ کو۔',
  tap_where: 'اب اس کی جگہ کو چھوئیں: {label}',
  tap_where_it: 'اب اس کی جگہ کو چھوئیں۔',
  not_in_story: 'میری کہانی میں نہیں',
  stone_keys: 'Enter پتھر چنتی ہے، تیر والی کنجیاں اسے ہلاتی ہیں، Delete اسے ہٹاتی ہے۔',
  field_name: 'پتھر کہاں جاتے ہیں',
  tray_name: 'رکھنے کے لیے پتھر',
  side_bit: '{label} تھوڑا سا',
  which: '{first}، یا {second}؟',
  and_then: '{first}، {second}',

  chars_left: { one: '{n} حرف باقی', other: '{n} حروف باقی' },
};
