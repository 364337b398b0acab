/** Words round the consents; what is agreed to comes with the framework. */
export const consent = {
  /** {help}: what the way to help is called on this screen. */
  help_first: 'You need help? Tap “{help}”. You do not have to wait for this page.',
  call: 'I want a grown-up to help me',
  call_lead: 'Tell us how to find you.',
  call_hint: 'Like: Sam, Class 3, Hill School.',
  call_who: 'Only grown-ups who keep children safe see this. They do not see it right now.',
  call_send: 'Ask for help',
  call_sent: 'We have it. A grown-up will look. If you need help now, tell a grown-up near you.',
  call_not_sent: 'It did not go. Please tell a grown-up near you, or tap “{help}”. You can try again.',
  ended_called: 'We have your call for help. Nothing else was sent. Nothing else is kept. You can close this page now.',
} as const;
