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

/** By the rules of a language; by the browser's own where it cannot read the tag. */
export function segmenter(locale: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
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
