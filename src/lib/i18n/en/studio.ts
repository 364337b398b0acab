import type { Catalogue } from '../catalogue';

/** From one page of Studio to the others. */
export const studio = {
  pages: 'Pages of Studio',
  telling: 'How it is told',
  links: 'Links',
  languages: 'Languages',
  voices: 'Voices',
  people: 'People',
} as const satisfies Catalogue;
