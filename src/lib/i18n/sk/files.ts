import type { Translated } from '../catalogue';
import type { files as english } from '../en/files';

export const files: Translated<typeof english> = {
  'state.words_arrived': 'Slová už prišli',
  'state.words_arrived.more':
    'To, čo ste nahrali, nakreslili alebo odfotili, je na ceste. Kým to príde, je to tu v bezpečí.',
  'state.words_arrived.more.child': 'Tvoje slová už prišli. Ostatné práve ide. Je to v bezpečí.',
  'state.file_not_accepted': 'Slová už prišli, jeden súbor sme nemohli prijať',
  'state.file_not_accepted.more': 'Súbor je stále na tomto zariadení. Dôvod: {reason}',
};
