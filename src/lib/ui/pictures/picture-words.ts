import { isPicture, type PictureId } from '$lib/domain/story/pictures';
import { pictures } from '$lib/i18n/en/pictures';
import { spokenWords } from '$lib/i18n/spoken-words';

/** All words of a picture in the page's language, the shown one first, with semicolons between. */
const words = spokenWords(pictures, (language) => language.pictures);

/** The word of a picture; its own id where this version does not know it. */
export function pictureWord(id: string): string {
  return isPicture(id) ? (words(id).split(';')[0]?.trim() ?? id) : id;
}

/** All words a picture is found by, as `spelling` writes them. */
export function searchWords(id: PictureId): string[] {
  return words(id).split(';').map(spelling);
}

/**
 * A word as it is compared: lower case, without marks over letters (a child types "skola" for "škola"), one form of the
 * letters that Arabic and Urdu keyboards write in several, and without the Arabic article.
 */
export function spelling(word: string): string {
  return word
    .trim()
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ةہۃ]/g, 'ه')
    .replace(/^ال(?=\p{L}{2})/u, '');
}
