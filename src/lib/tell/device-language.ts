/** Where an own device remembers the language of Tell. A shared one is never written to. */
const KEY = 'sheaf.language';

export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is closed to us: Tell speaks English until another language is chosen
  }
}

export function rememberLanguage(locale: string): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // It is chosen for this page all the same.
  }
}
