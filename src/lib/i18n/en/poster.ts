import type { Catalogue } from '../catalogue';

/** What hangs on a wall or lies beside a tablet: read by tellers of any age before they tell. */
export const poster = {
  own_head: 'Tell your story',
  shared_head: 'Tell your story here',
  own_words: 'Point your phone at the square. Or type the address.',
  shared_words: 'You can tell it on this tablet. When it is sent, the next person cannot see it.',
  shared_staff: 'For staff: open this page on the tablet.',
  code: 'The code is',
  time: 'It takes ten minutes or so. You do not give your name.',
  danger: 'In danger? Call 999.',
  trial: 'This is only a try-out.',
  square: 'Square to scan. It leads to {link}',
} as const satisfies Catalogue;
