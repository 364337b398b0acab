import type { Translated } from '../catalogue';
import type { amounts as english } from '../en/amounts';

/** Draft. See `tell.ts`. */
export const amounts: Translated<typeof english> = {
  how_much: 'كم المقدار',
  how_much_each: 'كم من كل واحد في قصتك؟',
  none: 'لا شيء',
  some: 'بعض الشيء',
  a_lot: 'كثير',
  to_say: {
    zero: 'لم يبقَ شيء للاختيار.',
    one: 'بقي اختيار واحد.',
    two: 'بقي اختياران.',
    few: 'بقيت {n} اختيارات.',
    many: 'بقي {n} اختيارًا.',
    other: 'بقي {n} اختيار.',
  },
  none_of_these: 'لا شيء من هذه. نحفظ ذلك هكذا: لا ينطبق.',
};
