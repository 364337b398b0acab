import type { Translated } from '../catalogue';
import type { readingHelp as english } from '../en/reading-help';

/** Draft. See `tell.ts`. */
export const readingHelp: Translated<typeof english> = {
  label: 'پڑھنے میں مدد',
  listen: 'سنیں',
  pause: 'ذرا رکیں',
  go_on: 'جاری رکھیں',
  quiet: 'خاموش',
  settings: 'پڑھنا',
  not_loaded: 'یہ حصہ نہیں کھلا۔ وہاں جائیں جہاں سگنل ہو۔ پھر دوبارہ کوشش کریں۔',
  'not_loaded.child': 'یہ نہیں کھلا۔ بعد میں دوبارہ کوشش کریں۔',
};
