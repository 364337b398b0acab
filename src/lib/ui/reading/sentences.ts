/** A part of a text: from the first of its characters to before the last (UTF-16 units). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The sentences of a text by the rules of its language (Unicode text segmentation, UAX 29, through Intl.Segmenter). White
 * space at either end belongs to none. Where a browser has no segmenter, the marks that end sentences in the
 * languages we know of divide it.
 */
export function sentencesOf(text: string, locale: string): Span[] {
  return trimmed(text, 'Segmenter' in Intl ? segmented(text, locale, 'sentence') : marked(text));
}

/** The word at a place of a text: where an engine says only where a word begins. */
export function wordAt(text: string, at: number, locale: string): Span {
  const rest = text.slice(at);
  if (!('Segmenter' in Intl)) return { from: at, to: at + (/^\S+/.exec(rest)?.[0].length ?? 0) };
  for (const { index, segment, isWordLike } of segmenter(locale, 'word').segment(rest))
    if (isWordLike === true) return { from: at + index, to: at + index + segment.length };
  return { from: at, to: text.length };
}

function segmenter(locale: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity }); // a tag the browser cannot read: its own rules are better than none
  }
}

function segmented(text: string, locale: string, granularity: 'sentence'): Span[] {
  return [...segmenter(locale, granularity).segment(text)].map(({ index, segment }) => ({
    from: index,
    to: index + segment.length,
  }));
}

function marked(text: string): Span[] {
  return [...text.matchAll(/.+?(?:[.!?…؟۔।。！？]+["'”’»)\]]*(?=\s|$)|$)/gsu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function trimmed(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(({ from, to }) => {
    const words = text.slice(from, to);
    const start = from + (words.length - words.trimStart().length);
    const end = to - (words.length - words.trimEnd().length);
    return end > start ? [{ from: start, to: end }] : [];
  });
}
