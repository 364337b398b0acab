/** Letters with their marks, held together by an apostrophe or hyphen inside a word. */
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const SHORTEST = 2;

/**
 * The words of a text, in order: composed letters (NFC), lower case, curly apostrophes made straight, digits and single
 * letters left out. By rule and not by the machine's own dictionary, so that the same text has the same words everywhere; a
 * script without spaces between words stays in one piece per sentence.
 */
export function wordsOf(text: string): string[] {
  const words = text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return words.filter((word) => word.length >= SHORTEST);
}
