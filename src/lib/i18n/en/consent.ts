/** Words round the consents; what is agreed to comes with the framework. */
export const consent = {
  /** {help}: what the way to help is called on this screen. */
  help_first: 'You need help? Tap “{help}”. You do not have to wait for this page.',
} as const;
