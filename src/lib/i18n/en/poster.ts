import type { Catalogue } from '../catalogue';

/** What hangs on a wall or lies beside a tablet: read by tellers of any age before they tell. */
export const poster = {
  own_head: 'Tell your story',
  shared_head: 'Tell your story here',
  own_words: 'Point your phone at the square. Or type the address.',
  shared_words: 'You can tell it on this tablet. When it is sent, the next person cannot see it.',
  code: 'The code is',
  time: 'It takes ten minutes or so. You do not give your name.',
  danger: 'In danger? Call 999.',
  trial: 'This is only a try-out.',
  days_from: 'From {from}',
  days_until: 'Until {until}',
  days_between: '{from} to {until}',
  square: 'Square to scan. It leads to {link}',
} as const satisfies Catalogue;
