import type { Translated } from '../catalogue';
import type { signifiers as english } from '../en/signifiers';

/** Draft. See `tell.ts`. Labels stand after a colon, so that they need no other ending. */
export const signifiers: Translated<typeof english> = {
  list: 'قائمة',
  shape: 'الشكل',
  show_shape: 'عرض الشكل',
  use_list: 'استخدام قائمة',
  show_field: 'عرض الصورة',
  take_off: 'إزالة',
  pick_one: 'اختر واحدًا.',
  pick_any: 'اختر كل ما ينطبق.',
  pick_up_to: {
    zero: 'لا حاجة إلى اختيار.',
    one: 'اختر واحدًا.',
    two: 'اختر اثنين على الأكثر.',
    few: 'اختر {n} على الأكثر.',
    many: 'اختر {n} على الأكثر.',
    other: 'اختر {n} على الأكثر.',
  },
  picked_all: {
    zero: 'لم تختر شيئًا بعد.',
    one: 'اخترت واحدًا. لاختيار غيره أزِله أولًا.',
    two: 'اخترت اثنين. لاختيار غيرهما أزِل واحدًا أولًا.',
    few: 'اخترت {n}. لاختيار غيرها أزِل واحدًا أولًا.',
    many: 'اخترت {n}. لاختيار غيرها أزِل واحدًا أولًا.',
    other: 'اخترت {n}. لاختيار غيرها أزِل واحدًا أولًا.',
  },
  pick_of_five: 'أو اختر واحدًا من خمسة:',
  nothing_placed: 'لم يوضع شيء بعد',

  mostly: 'أكثر شيء: {label}',
  then_some: '{before}، وبعض الشيء: {label}',
  then_bit: '{before}، وقليلًا: {label}',
  pair: '{first} و{second}',
  triad_name: 'شكل له ثلاث زوايا: {a}، {b}، {c}',
  triad_keys:
    'مفاتيح الأسهم تحرّك النقطة. 1 و2 و3 تنقلها إلى زاوية، و0 إلى الوسط. مفتاح Delete يزيلها. القائمة تقول الشيء نفسه بالكلمات.',

  lot_like: 'كثيرًا مثل: {label}',
  bit_like: 'قليلًا مثل: {label}',
  between: 'في الوسط',
  between_two: 'بين: {first} و: {second}',
  quoted: '«{label}»',
  slider_keys: 'مفاتيح الأسهم تحرّك النقطة، وHome وEnd ينقلانها إلى الطرفين، وDelete يزيلها.',

  placed: 'وُضع {n}.',
  to_go: {
    zero: 'لم يبقَ شيء.',
    one: 'بقي واحد، إن كان مناسبًا.',
    two: 'بقي اثنان، إن كانا مناسبين.',
    few: 'بقي {n}، إن كانت مناسبة.',
    many: 'بقي {n}، إن كانت مناسبة.',
    other: 'بقي {n}، إن كانت مناسبة.',
  },
  tap_then_tap: 'انقر على حجر، ثم على مكانه.',
  tap_where: 'الآن انقر على مكان: {label}',
  tap_where_it: 'الآن انقر على مكانه.',
  not_in_story: 'ليس في قصتي',
  stone_keys: 'Enter يختار حجرًا، ومفاتيح الأسهم تحرّكه، وDelete يزيله.',
  field_name: 'أين توضع الأحجار',
  tray_name: 'أحجار للوضع',
  side_bit: '{label} قليلًا',
  which: '{first}، أم {second}؟',
  and_then: '{first}، {second}',

  chars_left: {
    zero: 'لم يبقَ أي حرف',
    one: 'بقي حرف واحد',
    two: 'بقي حرفان',
    few: 'بقيت {n} أحرف',
    many: 'بقي {n} حرفًا',
    other: 'بقي {n} حرف',
  },
};
