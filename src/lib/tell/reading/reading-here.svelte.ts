import { setContext } from 'svelte';
import { READING } from './context';
import { Reading } from './reading.svelte';

/**
 * Gives a page of no collector its Listen and Reading. Whose device this is comes from what it keeps, asked for with the
 * first press: until it has answered, and where it knows nothing, nothing is written. What was not written goes with the
 * page, also where the browser would show it as it was to whoever goes back.
 */
export function readingHere(): Reading {
  let shared: boolean | null = $state(null);
  const reading = new Reading({
    load: async () => {
      const [{ openReadingRoom }, { sharedHere }] = await Promise.all([
        import('./reading-room'),
        import('./shared-here'),
      ]);
      return {
        openReadingRoom: (collector) => {
          const room = openReadingRoom(collector, () => shared);
          const unknown = () => null; // did not answer: nothing is written then
          void sharedHere()
            .catch(unknown)
            .then((known) => {
              shared = known;
              if (known === false) room.choices.settle();
            });
          return room;
        },
      };
    },
    collector: () => null,
  });
  $effect(() => {
    const gone = () => {
      reading.leave();
      reading.room?.choices.reset();
    };
    addEventListener('pagehide', gone);
    return () => removeEventListener('pagehide', gone);
  });
  setContext(READING, reading);
  return reading;
}
