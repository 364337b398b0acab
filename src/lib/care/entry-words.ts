import type { Translate } from '../i18n/catalogue';
import { languageName } from '../i18n/language-name';
import type { care } from '../i18n/en/care';
import type { QueueEntry } from '../protocol/care';

type T = Translate<typeof care>;

/** What waits, without a word of it. */
export function whatWaits(t: T, entry: QueueEntry): string {
  if (entry.state === 'concern') return t('put_before_you');
  if (entry.askedForHelp) return t('asked_for_help');
  return amount(t, entry);
}

/** Everything that waits to be read, heard or looked at. @example "Text, 9 words · Recording, 42 s · Drawing" */
export function amount(t: T, { words, titled, files, symbols }: Told): string {
  const of = (kind: QueueEntry['files'][number]['kind']) => files.filter((file) => file.kind === kind);
  const [recordings, drawings, photos] = [of('voice'), of('drawing'), of('photo')];
  const parts = [
    ...(words > 0 ? [t('text', { n: words })] : []),
    ...(recordings.length > 0 ? [recordingWords(t, recordings)] : []),
    ...(symbols > 0 ? [t('pictures', { n: symbols })] : []),
    ...(drawings.length > 0 ? [t('drawings', { n: drawings.length })] : []),
    ...(photos.length > 0 ? [t('photos', { n: photos.length })] : []),
  ];
  if (parts.length === 0) return t(titled ? 'title_only' : 'no_words');
  return parts.join(' · ');
}

type Told = Pick<QueueEntry, 'words' | 'titled' | 'files' | 'symbols'>;

/** A length is said only where every recording has one. */
function recordingWords(t: T, recordings: QueueEntry['files']): string {
  const said = t('recordings', { n: recordings.length });
  const seconds = recordings.reduce((sum, file) => sum + (file.seconds ?? NaN), 0);
  return Number.isNaN(seconds) ? said : `${said}, ${lengthWords(t, seconds)}`;
}

function lengthWords(t: T, exact: number): string {
  const seconds = Math.max(1, Math.round(exact));
  if (seconds < 60) return t('seconds', { s: seconds });
  return t('minutes_seconds', { m: Math.floor(seconds / 60), s: seconds % 60 });
}

/** @example "Cleared: Text, 84 words · Young person, 13 to 15 · own words · English" */
export function clearedWords(t: T, entry: QueueEntry, ages: Readonly<Record<string, string>>): string {
  return t('cleared', { story: `${amount(t, entry)} · ${whoTold(t, entry, ages)}` });
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
