import type { Translated } from '../catalogue';
import type { files as english } from '../en/files';

export const files: Translated<typeof english> = {
  'state.words_arrived': 'وصلت الكلمات',
  'state.words_arrived.more': 'ما سجّلته أو رسمته أو صوّرته في الطريق. هو محفوظ هنا بأمان حتى يصل.',
  'state.words_arrived.more.child': 'وصلت كلماتك. الباقي في الطريق الآن. هو بأمان.',
  'state.file_not_accepted': 'وصلت الكلمات، ولم يُقبل ملف',
  'state.file_not_accepted.more': 'الملف ما زال على هذا الجهاز. السبب: {reason}',
};
