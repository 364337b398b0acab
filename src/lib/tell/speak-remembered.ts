import { languageNamed } from '../i18n/languages';
import { loadLanguage } from '../i18n/load-language';
import { spoken } from '../i18n/spoken.svelte';
import { rememberedLanguage } from './device-language';

/** As this device last spoke, on a page of no collector, where nobody asks for a language; if its words are to be had. */
export async function speakRemembered(): Promise<void> {
  const { locale, lang, dir, heard } = languageNamed(rememberedLanguage() ?? '');
  const language = heard ? null : await loadLanguage(locale);
  if (language === null) return;
  spoken.use(language, { draft: true });
  Object.assign(document.documentElement, { lang, dir });
}
