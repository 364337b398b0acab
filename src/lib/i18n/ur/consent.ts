import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `tell.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'کیا آپ کو مدد چاہیے؟ ”{help}“ کو چھوئیں۔ پہلے یہ صفحہ پورا کرنا ضروری نہیں۔',
  call: 'میں چاہتا/چاہتی ہوں کہ کوئی بڑا میری مدد کرے',
  call_lead: 'ہمیں بتائیں کہ آپ کو کیسے ڈھونڈیں۔',
  call_hint: 'جیسے: سیم، کلاس 3، ہل اسکول۔',
  call_who: 'یہ صرف وہ بڑے دیکھتے ہیں جو بچوں کو محفوظ رکھتے ہیں۔ وہ اسے ابھی فوراً نہیں دیکھتے۔',
  call_send: 'مدد مانگیں',
  call_sent: 'ہمیں مل گیا ہے۔ کوئی بڑا دیکھے گا۔ اگر ابھی مدد چاہیے تو اپنے قریب کسی بڑے کو بتائیں۔',
  call_not_sent: 'یہ نہیں گیا۔ اپنے قریب کسی بڑے کو بتائیں، یا «{help}» دبائیں۔ آپ دوبارہ کوشش کر سکتے ہیں۔',
};
