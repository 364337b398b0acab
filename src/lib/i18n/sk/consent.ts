import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `ways.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'Treba pomoc? Stačí ťuknúť na „{help}“. Na túto stránku netreba čakať.',
};
