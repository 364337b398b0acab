import { setImmediate } from 'node:timers/promises';
import { wordsOf } from '../../analysis/words/words-of';
import type { Programme } from '../../domain/programme/programme';
import { heldIn, readableState } from '../explore/readable';
import type { Store } from '../store/port';

/** One text that an analyst may read, as the different words it uses. */
export interface CorpusText {
  readonly serial: number;
  /** Of its locale: `en`. */
  readonly language: string;
  /** Numbers of its different words. */
  readonly words: Uint32Array;
}

/** Every text that may be read in a programme. */
export interface Corpus {
  readonly texts: readonly CorpusText[];
  /** Words by their number. */
  readonly words: readonly string[];
}

const PAGE = 500;

/**
 * Reads title and text of every story that may be read: cleared and shared for reading (invariant 7), decided in the same
 * place as for the stories themselves. Other requests are answered between the pages.
 */
export async function readCorpus(store: Store, programme: Programme): Promise<Corpus> {
  const held = await heldIn(store, programme);
  const texts: CorpusText[] = [];
  const numbers = new Map<string, number>();
  for (let after = -1; ;) {
    const page = await store.storiesOf(programme.slug, after, PAGE);
    for (const stored of page) {
      if (readableState(stored, held) !== 2) continue;
      const { serial, story } = stored;
      const used = new Set<number>();
      for (const word of wordsOf(`${story.title ?? ''}\n${story.text ?? ''}`)) {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        used.add(number);
      }
      texts.push({ serial, language: languageOf(story.locale), words: Uint32Array.from(used) });
    }
    const last = page[page.length - 1];
    if (last === undefined || page.length < PAGE) break;
    after = last.serial;
    await setImmediate();
  }
  return { texts, words: [...numbers.keys()] };
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
