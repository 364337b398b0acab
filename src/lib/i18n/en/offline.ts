import type { Catalogue } from '../catalogue';

/** Words of the page shown where the network is needed and missing. */
export const offline = {
  title: 'Sheaf without a network',
  heading: 'There is no network just now',
  known: 'You can still tell a story here:',
  none: 'Sheaf was not opened here before. Go where you have signal. Open your link or type your code. Then it works with no signal.',
  waiting: {
    one: 'One story waits here and is safe. It goes by itself when there is signal.',
    other: '{n} stories wait here and are safe. They go by themselves when there is signal.',
  },
  again: 'Try again',
} satisfies Catalogue;
