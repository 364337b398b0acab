/** Words about a way to be reached that was left sealed. */
export const contact = {
  help_shut:
    'They left a way to reach them, but this server cannot open it: the key it was sealed to is not here. Ask whoever looks after the server for the keys folder of its backup.',
} as const;
