import type { Translated } from '../catalogue';
import type { fault as english } from '../en/fault';

/** Draft. See `tell.ts`. */
export const fault: Translated<typeof english> = {
  home: 'پہلا صفحہ',
  not_found: 'یہاں کچھ نہیں ہے',
  not_found_words: 'شاید پتہ غلط ہے، یا یہ ایسے پروگرام کا ہے جس میں آپ کا کوئی کردار نہیں۔',
  not_allowed: 'آپ کے کردار میں یہ شامل نہیں',
  not_allowed_words: 'آپ اس پروگرام میں کام کرتے ہیں، لیکن اس پر نہیں۔ نگران آپ کو اس کا کردار دے سکتا ہے۔',
  fault: 'یہ نہیں ہو سکا',
  fault_words: 'سرور پر کچھ غلط ہو گیا۔ آپ کے آلے پر کچھ گم نہیں ہوا۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔',
};
