import { expect, it } from 'vitest';

const sources = import.meta.glob<string>(
  ['/src/lib/tell/**/*.{svelte,ts}', '/src/lib/ui/{signifiers,pictures,reading,progress}/**/*.{svelte,ts}'],
  { query: '?raw', import: 'default', eager: true },
);

it('nothing of Tell speaks English only: every look-up goes through the language of the page', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(100);
  expect(Object.keys(sources).filter((path) => /\btranslator\(/.test(sources[path] ?? ''))).toEqual([]);
});
