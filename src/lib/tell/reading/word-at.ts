import { segmenter, type Span } from '../../ui/reading/sentences';

/** The word at a place of a text: where an engine says only where a word begins. */
export function wordAt(text: string, at: number, locale: string): Span {
  const rest = text.slice(at);
  if (!('Segmenter' in Intl)) return { from: at, to: at + (/^\S+/.exec(rest)?.[0].length ?? 0) };
  for (const { index, segment, isWordLike } of segmenter(locale, 'word').segment(rest))
    if (isWordLike === true) return { from: at + index, to: at + index + segment.length };
  return { from: at, to: text.length };
}
