import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `ways.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'Ma u baahan tahay caawimo? Taabo “{help}”. Qasab ma aha inaad boggan sugto.',
};
