import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { buildFingerprint } from './scripts/fingerprint.mjs';
import { withTellPrecache } from './scripts/tell-precache.mjs';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Runes everywhere in our own code; libraries keep the mode they were written in.
    runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: withTellPrecache(adapter({ out: 'build' })),
    // Of the sources, not of the hour: the same sources make the same files, and what was weighed is what is served.
    version: { name: buildFingerprint.hash().slice(0, 16) },
    files: { serviceWorker: 'service-worker/index' },
    // A deep link opened offline gets the shell of another path: relative asset paths would then load nothing.
    paths: { relative: false },
    // workbox-window registers it, so that the page can tell the person about a waiting version.
    serviceWorker: { register: false },
    typescript: {
      config: (config) => {
        config.include.push('../playwright.config.ts', '../scripts/**/*.ts', '../scripts/**/*.mjs');
      },
    },
    csp: {
      // Kit adds the hash or the nonce of its own start-up script.
      mode: 'auto',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // Kit and Svelte set style attributes (route announcer, style: directives). See docs/decisions/001-style-attributes.md.
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'media-src': ['self', 'blob:'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        // Text becomes script nowhere but in these two policies: Svelte's own for its templates, ours for the addresses
        // of workers (src/lib/ui/trusted/script-url.ts).
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sheaf-script-url'],
        // Ignored in a <meta> element, so prerendered pages get it from src/server.ts.
        'frame-ancestors': ['none'],
      },
    },
  },
};

export default config;
