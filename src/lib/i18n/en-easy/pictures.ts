import type { Translated } from '../catalogue';
import { pictures as english } from '../en/pictures';

/** Draft. The English words are easy enough; a few more are found by the search. */
export const pictures: Translated<typeof english> = {
  ...english,
  stop: 'stop; enough; no more',
  finished: 'finished; end; done; over',
  worried: 'worried; nervous; afraid',
  confused: 'confused; mixed up; do not understand; too hard',
  private: 'private parts; pants; underwear; my body',
  form: 'form; plan; paper; EHCP',
  'phone-help': 'call; phone',
  worker: 'worker; helper; support worker; social worker',
};
