import type { ReadIn } from '../protocol/client/fetch-edition';

/** The words a story is told in, and what is noted of that with it: `rom` where Romani was heard and Slovak stood beside it. */
export interface Reading extends ReadIn {
  readonly noted: string;
}

/** The framework's own language, as editions name it. */
export const OWN: Reading = { locale: 'en-GB', noted: 'en-GB' };
