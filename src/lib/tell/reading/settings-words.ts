import type { Audience } from '../../domain/audience';
import { readingSettings } from '../../i18n/en/reading-settings';
import { audienceWords, type Say } from '../words';

export type SettingsSay = Say<keyof typeof readingSettings>;

export function settingsWordsFor(audience: Audience | null): SettingsSay {
  return audienceWords(readingSettings, (language) => language.readingSettings, audience);
}
