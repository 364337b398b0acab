import type { Language } from './language';

/** Each is a chunk of its own that no page loads before it is asked for. */
const LOADERS: Readonly<Record<string, () => Promise<{ words: Language }>>> = {
  'en-easy': () => import('./en-easy/words'),
  ar: () => import('./ar/words'),
  ur: () => import('./ur/words'),
  so: () => import('./so/words'),
  sk: () => import('./sk/words'),
};

/** The locales that have words of their own beside English. */
export const WRITTEN: readonly string[] = Object.keys(LOADERS);

/** Null where a language has no words here or they did not arrive. */
export async function loadLanguage(locale: string): Promise<Language | null> {
  try {
    return (await LOADERS[locale]?.())?.words ?? null;
  } catch {
    return null; // no network and not kept: expected on a device that never had this language
  }
}
