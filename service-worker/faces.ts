import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

/** The files of the faces that are not in the precache (scripts/tell-precache.mjs): their names carry a hash. */
const CHOSEN_FACE = /\/(?:lexend|opendyslexic)-[^/]*\.woff2$/;

/** A browser asks for one only when somebody has chosen to read in it; from then on it is here without a network, too. */
export function keepChosenFaces(): void {
  registerRoute(
    ({ sameOrigin, url }) => sameOrigin && CHOSEN_FACE.test(url.pathname),
    new CacheFirst({ cacheName: 'sheaf-faces' }),
  );
}
