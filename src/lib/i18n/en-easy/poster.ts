import type { Translated } from '../catalogue';
import type { poster as english } from '../en/poster';

export const poster: Translated<typeof english> = {
  own_head: 'Tell your story',
  shared_head: 'Tell your story here',
  own_words: 'Hold your phone up to the square. Or type the address.',
  shared_words: 'You can tell it on this tablet. When it is sent, the next person can not see it.',
  code: 'The code is',
  time: 'It takes about ten minutes. We do not ask your name.',
  danger: 'In danger? Call 999.',
  trial: 'This is only a try-out.',
  square: 'Square to scan. It goes to {link}',
  days_from: 'From {from}',
  days_until: 'Until {until}',
  days_between: '{from} to {until}',
};
