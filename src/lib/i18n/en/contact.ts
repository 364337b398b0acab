/** Words about people who want to be reached: a way that was left sealed, and calls for help without a story. */
export const contact = {
  help_shut:
    'They left a way to reach them, but this server cannot open it: the key it was sealed to is not here. Ask whoever looks after the server for the keys folder of its backup.',
  calls: { one: '{n} person asked for help.', other: '{n} people asked for help.' },
  calls_words: 'They told no story. Please see to them today.',
  calls_restricted: 'They told no story. The safeguarding lead sees how to reach them.',
  call: '{who}, {when}',
  call_open: 'Show how to reach them',
  call_answered: 'Somebody has gone to them',
} as const;
