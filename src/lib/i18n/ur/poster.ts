import type { Translated } from '../catalogue';
import type { poster as english } from '../en/poster';

export const poster: Translated<typeof english> = {
  own_head: 'اپنی کہانی سنائیں',
  shared_head: 'اپنی کہانی یہاں سنائیں',
  own_words: 'اپنے فون کا کیمرہ اس چوکور کی طرف کریں۔ یا پتہ لکھیں۔',
  shared_words: 'آپ اسے اس ٹیبلٹ پر سنا سکتے ہیں۔ بھیجنے کے بعد اگلا شخص اسے نہیں دیکھ سکتا۔',
  code: 'کوڈ یہ ہے',
  time: 'اس میں تقریباً دس منٹ لگتے ہیں۔ ہم آپ کا نام نہیں پوچھتے۔',
  danger: 'خطرے میں ہیں؟ 999 پر کال کریں۔',
  trial: 'یہ صرف آزمائش ہے۔',
  square: 'اسکین کرنے کا چوکور۔ یہ {link} پر لے جاتا ہے',
  days_from: '{from} سے',
  days_until: '{until} تک',
  days_between: '{from} سے {until} تک',
};
