import { isPicture, type PictureId } from '$lib/domain/story/pictures';
import { pictures } from '$lib/i18n/en/pictures';

export type PictureWords = Readonly<Record<PictureId, string>>;

/** The word of a picture; its own id where this version does not know it. */
export function pictureWord(id: string, words: PictureWords = pictures): string {
  return isPicture(id) ? (words[id].split(';')[0] ?? id) : id;
}

/** All words a picture is found by, lower case. */
export function searchWords(id: PictureId, words: PictureWords = pictures): string[] {
  return words[id].split(';').map((word) => word.trim().toLocaleLowerCase());
}
