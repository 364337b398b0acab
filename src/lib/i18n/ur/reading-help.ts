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
  no_voice: 'اس آلے میں اس زبان کی آواز نہیں ہے۔ آواز بنانے کے لیے کہیں کچھ نہیں بھیجا گیا۔',
  'no_voice.child': 'یہاں اس کی آواز نہیں ہے۔ کسی بڑے سے کہیں کہ آپ کو پڑھ کر سنائیں۔',
  silent: 'اس آلے کی آواز نے جواب نہیں دیا۔ ایک بار پھر کوشش کریں۔',
  'silent.child': 'آواز نہیں چلی۔ دوبارہ کوشش کریں۔',
  not_loaded: 'یہ حصہ نہیں کھلا۔ وہاں جائیں جہاں سگنل ہو۔ پھر دوبارہ کوشش کریں۔',
  'not_loaded.child': 'یہ نہیں کھلا۔ بعد میں دوبارہ کوشش کریں۔',
};
