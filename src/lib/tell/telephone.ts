/** Words with a telephone number in them, cut so that the number can be a link. */
export interface Callable {
  readonly before: string;
  /** As written, for the eye. */
  readonly number: string;
  /** For `tel:`. */
  readonly dial: string;
  readonly after: string;
}

/**
 * At least three digits, with single spaces between them as people write them: 999, 0800 1111. Where words run from
 * right to left the spaces are hard ones, which hold a number together; plain ones would turn its parts round.
 */
const NUMBER = /\d(?:[ \u00a0]?\d){2,}/;

/** Null where there is no number to call. Ages and times ("under 19") are shorter and stay words. */
export function callable(words: string): Callable | null {
  const found = NUMBER.exec(words);
  if (found === null) return null;
  const number = found[0];
  return {
    before: words.slice(0, found.index),
    number,
    dial: number.replace(/\D/g, ''),
    after: words.slice(found.index + number.length),
  };
}
