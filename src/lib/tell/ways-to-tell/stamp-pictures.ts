import { STAMPS } from './drawing.svelte';

/** The sprite of all pictures: kept by the service worker, so there without a network. */
export const PICTURES_URL = '/pictures.svg';

export type StampPictures = ReadonlyMap<string, HTMLImageElement>;

/** The stamps as pictures that a canvas can draw. An empty map where the sprite did not come. */
export async function loadStamps(fetcher: typeof fetch = fetch): Promise<StampPictures> {
  const sprite = await fetcher(PICTURES_URL)
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '');
  const loaded = await Promise.all(STAMPS.map(async (id) => [id, await stampOf(sprite, id)] as const));
  return new Map(loaded.flatMap(([id, picture]) => (picture === null ? [] : [[id, picture]])));
}

/** One symbol of the sprite as a picture of its own. Cut out of the text: the sprite is ours, and has one shape. */
async function stampOf(sprite: string, id: string): Promise<HTMLImageElement | null> {
  const start = sprite.indexOf(`<symbol id="p-${id}" `);
  const end = sprite.indexOf('</symbol>', start);
  if (start === -1 || end === -1) return null;
  const inside = sprite.slice(sprite.indexOf('>', start) + 1, end);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" width="288" height="288">${inside}</svg>`;
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
