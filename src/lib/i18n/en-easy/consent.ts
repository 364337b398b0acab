import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. */
export const consent: Translated<typeof english> = {
  help_first: 'Do you need help? Tap “{help}”. You do not have to wait for this page.',
};
