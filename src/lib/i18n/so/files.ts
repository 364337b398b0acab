import type { Translated } from '../catalogue';
import type { files as english } from '../en/files';

export const files: Translated<typeof english> = {
  'state.words_arrived': 'Erayadu way yimaadeen',
  'state.words_arrived.more':
    'Wixii aad duubtay, sawirtay ama sawir ka qaaday way socdaan. Halkan way ku badbaado ilaa ay gaaraan.',
  'state.words_arrived.more.child': 'Erayadaadu way yimaadeen. Inta kale hadda way socotaa. Way badbaadsan tahay.',
  'state.file_not_accepted': 'Erayadu way yimaadeen, fayl lama qaadan',
  'state.file_not_accepted.more': 'Faylku weli wuxuu ku jiraa qalabkan. Sababta: {reason}',
};
