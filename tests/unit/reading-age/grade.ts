import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** A text that ends without a stop is a sentence of its own: a label, a heading, a row of a choice. */
function sentencesOf(text: string): string[] {
  return text.split(/[.?!…:;]+(?=\s|$)|\n/).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Words with letters; what a message fills in ({n}, {label}) is somebody else's. */
function wordsOf(sentence: string): string[] {
  return sentence.replace(/\{\w+\}/g, ' ').match(/\p{L}[\p{L}'’]*/gu) ?? [];
}

export interface Measured {
  /** Flesch-Kincaid grade: years at an American school; 2 is read at seven, 5 at ten (Kincaid et al. 1975). */
  readonly grade: number;
  readonly words: number;
  readonly longest: string;
}

/** Syllables are counted by a library that knows English exceptions, the grade by its formula. */
export function measure(texts: readonly string[]): Measured {
  const sentences = texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length > 0);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  const [longest = ''] = [...sentences].sort((one, other) => wordsOf(other).length - wordsOf(one).length);
  const grade = fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
  return { grade, words: words.length, longest: longest.trim() };
}
