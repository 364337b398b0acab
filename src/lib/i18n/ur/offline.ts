import type { Translated } from '../catalogue';
import type { offline as english } from '../en/offline';

/** Draft. See `tell.ts`. */
export const offline: Translated<typeof english> = {
  title: 'Sheaf بغیر نیٹ ورک کے',
  heading: 'ابھی نیٹ ورک نہیں ہے',
  known: 'آپ پھر بھی یہاں کہانی سنا سکتے ہیں:',
  none: 'Sheaf اس آلے پر پہلے نہیں کھولا گیا۔ ایک بار نیٹ ورک سے جڑیں، اپنا لنک کھولیں یا کوڈ لکھیں، پھر یہ بغیر نیٹ ورک چلتا ہے۔',
  waiting: {
    one: 'ایک کہانی اس آلے پر محفوظ انتظار میں ہے۔ نیٹ ورک ملنے پر یہ خود چلی جائے گی۔',
    other: '{n} کہانیاں اس آلے پر محفوظ انتظار میں ہیں۔ نیٹ ورک ملنے پر یہ خود چلی جائیں گی۔',
  },
  again: 'دوبارہ کوشش کریں',
};
