import type { Translate } from '../i18n/catalogue';
import type { care } from '../i18n/en/care';
import type { QueueEntry } from '../protocol/care';

type T = Translate<typeof care>;

/** What waits, without a word of it. */
export function whatWaits(t: T, entry: QueueEntry): string {
  if (entry.state === 'concern') return t('put_before_you');
  if (entry.askedForHelp) return t('asked_for_help');
  return amount(t, entry);
}

/** @example "Text, 84 words" */
export function amount(t: T, { words }: QueueEntry): string {
  return words === 0 ? t('no_words') : t('text', { n: words });
}

/** @example "Young person, 13 to 15 · own words · English"  @param ages words of the age bands, by id */
export function whoTold(t: T, entry: QueueEntry, ages: Readonly<Record<string, string>>): string {
  const audience = t(`audience_${entry.audience}`);
  const age = entry.ageBand === null ? undefined : ages[entry.ageBand];
  return [
    age === undefined ? audience : `${audience}, ${age}`,
    t(`voice_${entry.voice ?? 'unsaid'}`),
    languageName(entry.locale),
  ].join(' · ');
}

function languageName(locale: string): string {
  const [language = locale] = locale.split('-');
  return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(language) ?? locale;
}
