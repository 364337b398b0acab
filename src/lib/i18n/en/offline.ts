import type { Catalogue } from '../catalogue';

/** Words of the page shown where the network is needed and missing. */
export const offline = {
  title: 'Sheaf without a network',
  heading: 'There is no network just now',
  known: 'You can still tell a story here:',
  none: 'Sheaf has not been opened on this device before. Connect once, open your link or type your code, and it then works without a network.',
  waiting: {
    one: 'One story waits safely on this device. It leaves by itself when there is a network.',
    other: '{n} stories wait safely on this device. They leave by themselves when there is a network.',
  },
  again: 'Try again',
} satisfies Catalogue;
