import type { Translated } from '../catalogue';
import type { files as english } from '../en/files';

export const files: Translated<typeof english> = {
  'state.words_arrived': 'Your words are there',
  'state.words_arrived.more': 'Your voice or picture is on its way. It is safe here.',
  'state.words_arrived.more.child': 'Your words are there. The rest is going now. It is safe.',
  'state.file_not_accepted': 'Your words are there. One file was not taken.',
  'state.file_not_accepted.more': 'The file is still on this device. Why: {reason}',
};
