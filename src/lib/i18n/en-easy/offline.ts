import type { Translated } from '../catalogue';
import type { offline as english } from '../en/offline';

/** Draft. See `tell.ts`. */
export const offline: Translated<typeof english> = {
  title: 'Sheaf without signal',
  heading: 'You have no signal just now',
  known: 'You can still tell a story here:',
  none: 'Sheaf is new on this device. Go where you have signal. Open your link once. After that it works without signal.',
  waiting: {
    one: 'One story waits here. It is safe. It goes when there is signal.',
    other: '{n} stories wait here. They are safe. They go when there is signal.',
  },
  again: 'Try again',
};
