import type { Translated } from '../catalogue';
import type { files as english } from '../en/files';

export const files: Translated<typeof english> = {
  'state.words_arrived': 'الفاظ پہنچ گئے ہیں',
  'state.words_arrived.more': 'جو آپ نے ریکارڈ کیا، بنایا یا تصویر لی وہ راستے میں ہے۔ پہنچنے تک یہ یہاں محفوظ ہے۔',
  'state.words_arrived.more.child': 'تمہارے الفاظ پہنچ گئے ہیں۔ باقی ابھی جا رہا ہے۔ یہ محفوظ ہے۔',
  'state.file_not_accepted': 'الفاظ پہنچ گئے ہیں، ایک فائل نہیں لی گئی',
  'state.file_not_accepted.more': 'فائل ابھی اسی آلے پر ہے۔ وجہ: {reason}',
};
