import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. */
export const consent: Translated<typeof english> = {
  help_first: 'Do you need help? Tap “{help}”. You do not have to wait for this page.',
  call: 'I want a grown-up to help me',
  call_lead: 'Tell us how to find you.',
  call_hint: 'Like: Sam, Class 3, Hill School.',
  call_who: 'Only grown-ups who keep children safe see this. They do not see it right now.',
  call_send: 'Ask for help',
  call_sent: 'We have it. A grown-up will look. Do you need help now? Tell a grown-up near you.',
  call_not_sent: 'It did not go. Tell a grown-up near you. Or tap “{help}”. You can try again.',
  ended_called: 'We have your call for help. We sent nothing else. We kept nothing else. You can close this page now.',
};
