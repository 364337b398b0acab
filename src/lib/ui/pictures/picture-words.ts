import { isPicture, type PictureId } from '$lib/domain/story/pictures';
import { pictures } from '$lib/i18n/en/pictures';
import { spokenWords } from '$lib/i18n/spoken-words';

/** All words of a picture in the page's language, the shown one first, with semicolons between. */
const words = spokenWords(pictures, (language) => language.pictures);

/** The word of a picture; its own id where this version does not know it. */
export function pictureWord(id: string): string {
  return isPicture(id) ? (words(id).split(';')[0]?.trim() ?? id) : id;
}

/** All words a picture is found by, lower case. */
export function searchWords(id: PictureId): string[] {
  return words(id)
    .split(';')
    .map((word) => word.trim().toLocaleLowerCase());
}
