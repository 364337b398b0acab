import type { Catalogue } from '../catalogue';

/** Files of stories on their way, as a teller sees it. */
export const files = {
  'state.words_arrived': 'The words have arrived',
  'state.words_arrived.more':
    'What you recorded, drew or photographed is on its way. It is safe here until it has arrived.',
  'state.words_arrived.more.child': 'Your words are there. The rest is going now. It is safe.',
  'state.file_not_accepted': 'The words have arrived, a file was not taken',
  'state.file_not_accepted.more': 'The file is still on this device. The reason: {reason}',
} as const satisfies Catalogue;
