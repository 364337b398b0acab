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
  no_voice: 'This device has no voice for this language. We sent nothing away to make one.',
  'no_voice.child': 'There is no voice here for this. Ask a grown-up to read it to you.',
  silent: 'The voice did not answer. Try once more.',
  'silent.child': 'The voice did not work. Try again.',
  stops: 'Buttons or a switch',
  'stops.each': 'Stop at every choice. This helps with a switch.',
  'stops.each.child': 'Stop at each one. It helps with a switch.',
};
