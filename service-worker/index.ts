/// <reference types="@sveltejs/kit" />
import { build, files, prerendered, version } from '$service-worker';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

// Files built by Vite carry a hash in their names; the others are told apart by the version of the whole build.
precacheAndRoute([
  ...build.map((url) => ({ url, revision: null })),
  ...[...files, ...prerendered].map((url) => ({ url, revision: version })),
]);
cleanupOutdatedCaches();
