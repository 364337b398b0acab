import { translator } from './catalogue';
import { counts } from './en/counts';

/**
 * "1 story", "2 stories": a count with its noun, as a parameter of a sentence. A message has forms for one count, `n`;
 * the others of a sentence come in by this. Staff alone read it, so that it is no part of the page of Tell.
 */
export const counted: (noun: keyof typeof counts, n: number) => string = (noun, n) => t(noun, { n });
const t = translator(counts);

/** The two counts that stand beside each claim. */
export function sizeWords(stories: number, sessions: number): { stories: string; sessions: string } {
  return { stories: counted('stories', stories), sessions: counted('sessions', sessions) };
}
