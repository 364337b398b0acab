/** Words about people who want to be reached: a way that was left sealed, and calls for help without a story. */
export const contact = {
  help_shut:
    'They left a way to reach them, but this server cannot open it: the key it was sealed to is not here. Ask whoever looks after the server for the keys folder of its backup.',
  calls: { one: '{n} person asked for help.', other: '{n} people asked for help.' },
  calls_words: 'They asked before they told a story, or without one. Please see to them today.',
  calls_restricted:
    'They asked before they told a story, or without one. The safeguarding lead sees how to reach them.',
  /** `ref`: the end of the call's own name, which it keeps when it is ended: others may have come in the same minute. */
  call: '{who}, {when} (call {ref})',
  call_of: '{do}: {name}',
  call_settle: '{settle} {name}',
  call_open: 'Show how to reach them',
  call_answered: 'Somebody has gone to them',
  call_hint: 'The call stays on this list until you say what was done.',
  call_end: 'End this call with note',
  call_note_needed: 'Write what was done first. The call still waits.',
  call_not_opened:
    'How to reach them could not be shown. What you have written on this page is still here. If it fails again, sign in in another tab and come back.',
  call_not_ended:
    'The call could not be ended and still waits. What you have written is still here. If it fails again, sign in in another tab and come back.',
  call_ended: 'The call is ended, and what was done is kept for safeguarding.',
  call_ended_meanwhile:
    'Somebody else has ended this call meanwhile. Their note was kept, and yours was not. You wrote:',
  answered: { one: '{n} call for help was ended', other: '{n} calls for help were ended' },
  answered_newest: {
    one: 'The newest call for help that was ended',
    other: 'The newest {n} calls for help that were ended',
  },
  answered_older: { one: '{n} older call for help that was ended', other: '{n} older calls for help that were ended' },
  answered_pages: 'More calls that were ended',
  to_older: 'Older calls',
  to_newer: 'Newer calls',
  answered_by: 'Ended by {name}, {when}',
  answered_gone: 'Ended by somebody whose account is gone, {when}',
  answered_without: 'No note was asked for then.',
  note_open: 'Show what was done',
  note_failed:
    'What was done could not be shown. What you have written on this page is still here. If it fails again, sign in in another tab and come back.',
  note_shut:
    'What was done cannot be opened here: the key it was sealed to is not on this server, or the note was changed. Ask whoever looks after the server.',
} as const;
