import type { Translated } from './catalogue';
import type { poster } from './en/poster';
import type { LanguageName } from './languages';

/** The words of the sheet of a link, in one language. */
export interface SheetWords {
  readonly language: LanguageName;
  /** How its numbers and days are written. */
  readonly numbers: string;
  readonly words: Translated<typeof poster>;
  /** Says so where nobody has confirmed these words. */
  readonly draft: string | null;
}
