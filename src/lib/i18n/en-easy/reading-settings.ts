import type { Translated } from '../catalogue';
import { readingSettings as english } from '../en/reading-settings';

/** Draft. */
export const readingSettings: Translated<typeof english> = {
  ...english,
  lead: 'Change how the words look. Change how they sound.',
  'look.device': 'Same as this device',
  'look.contrast': 'Very clear',
  'look.contrast-dark': 'Very clear, dark',
  speed: 'How fast the voice reads',
  'language.own': 'Same language as the words',
  kept: 'We keep this on this device only. We tell nobody.',
  'kept.child': 'It stays like this here. We do not tell anyone.',
  shared: 'Other people use this device. It goes back when you are done.',
  clear: 'Put it all back',
};
