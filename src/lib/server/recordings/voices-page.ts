import { AudienceSchema, type Audience } from '../../domain/audience';
import { editionFor } from '../../domain/framework/edition-for';
import { textsOf } from '../../domain/framework/text-keys';
import type { Framework } from '../../domain/framework/framework';
import { LocaleSchema } from '../../domain/identifiers';
import type { Programme } from '../../domain/programme/programme';
import { knownFramework } from '../accept/known-frameworks';
import type { Services } from '../services';
import { isWritten, textsFor } from './keep-recording';
import { screenOfText, TEXT_AREAS, type TextScreen } from './screen-of-text';

/** Languages spoken in Sheffield's schools (DfE school census), Romani among them, which Sheaf has no words for. */
const SPOKEN = ['ar', 'ur', 'so', 'sk', 'rom', 'pa', 'cs', 'fa', 'ps', 'ckb', 'pl', 'bn', 'zh', 'ro'];

/** One text with what is to be heard of it. */
export interface SpokenText {
  readonly key: string;
  readonly text: string;
  /** Null where nobody has spoken it; `stale`: it is of other words than these. */
  readonly recording: { readonly sha256: string; readonly stale: boolean } | null;
}

export interface VoicesPage {
  readonly programme: Pick<Programme, 'slug' | 'name' | 'state' | 'origin'>;
  /** With how many of this audience's texts are spoken in each. */
  readonly languages: readonly { readonly locale: string; readonly spoken: number }[];
  readonly audiences: readonly Audience[];
  readonly locale: string;
  readonly audience: Audience;
  /** Whether the framework has words in this language. */
  readonly written: boolean;
  /** Only what nobody has spoken, or what was spoken of other words. */
  readonly missingOnly: boolean;
  readonly screens: readonly (TextScreen & { readonly texts: readonly SpokenText[] })[];
}

/** What is asked for in the page's address. */
export interface AskedVoices {
  readonly language: string | null;
  readonly audience: string | null;
  readonly show: string | null;
}

/** The texts of a programme's framework in one language and wording. What is asked for and does not exist is passed over. */
export async function voicesPage(
  { store }: Pick<Services, 'store'>,
  programme: Programme,
  { language, audience: reader, show }: AskedVoices,
): Promise<VoicesPage> {
  const { slug, name, state, origin } = programme;
  const framework = await knownFramework(store, programme.framework);
  const recordings = await store.recordingsOf(slug);
  const own = framework?.locale ?? 'en-GB';
  const audiences = framework?.audiences ?? [];
  const asked = AudienceSchema.safeParse(reader);
  const audience = audiences.find((one) => asked.success && one === asked.data) ?? audiences[0] ?? 'family';
  const named = LocaleSchema.safeParse(language);
  const locale = named.success ? named.data : own;
  const heard = new Set(recordings.map((recording) => recording.locale));
  const locales = new Set([
    own,
    ...programme.policies.languages,
    ...Object.keys(framework?.catalogues ?? {}),
    ...heard,
    ...SPOKEN,
    locale,
  ]);
  const textsIn = (tongue: string): SpokenText[] => {
    const known = new Map(
      recordings
        .filter((recording) => recording.locale === tongue && recording.audience === audience)
        .map((recording) => [recording.key, recording]),
    );
    // Most languages have none: their texts need not be put together.
    if (tongue !== locale && known.size === 0) return [];
    return (framework === null ? [] : askedTexts(framework, audience, tongue)).map(([key, text]) => {
      const recording = known.get(key);
      return {
        key,
        text,
        recording: recording === undefined ? null : { sha256: recording.sha256, stale: recording.text !== text },
      };
    });
  };
  const missingOnly = show === 'missing';
  const texts = textsIn(locale).filter((text) => !missingOnly || !isSpoken(text));
  return {
    programme: { slug, name, state, origin },
    // "English" once, whichever of its regions the framework is written in.
    languages: [...locales]
      .filter((tongue) => tongue === own || tongue !== own.split('-')[0] || tongue === locale || heard.has(tongue))
      .map((tongue) => ({ locale: tongue, spoken: textsIn(tongue).filter(isSpoken).length })),
    audiences,
    locale,
    audience,
    written: framework !== null && isWritten(framework, locale),
    missingOnly,
    screens: framework === null || framework.sets[audience] === undefined ? [] : byScreen(framework, audience, texts),
  };
}

export function isSpoken({ recording }: SpokenText): boolean {
  return recording !== null && !recording.stale;
}

function byScreen(framework: Framework, audience: Audience, texts: readonly SpokenText[]): VoicesPage['screens'] {
  const edition = editionFor(framework, audience);
  const words = new Map(texts.map(({ key, text }) => [key, text]));
  const own = textsOf(edition);
  const screens = new Map<string, TextScreen & { texts: SpokenText[] }>();
  for (const text of texts) {
    const screen = screenOfText(edition, text.key, (key) => words.get(key) ?? own.get(key));
    const there = screens.get(screen.id);
    if (there === undefined) screens.set(screen.id, { ...screen, texts: [text] });
    else there.texts.push(text);
  }
  const steps = framework.sets[audience]?.steps ?? [];
  const place = ({ id, area }: TextScreen) =>
    TEXT_AREAS.indexOf(area) * 1000 + steps.findIndex((step) => id.endsWith(`.${step}`));
  return [...screens.values()].sort((a, b) => place(a) - place(b));
}

/** Those that this audience's own steps show: the others would be spoken for nobody. */
function askedTexts(framework: Framework, audience: Audience, locale: string) {
  if (framework.sets[audience] === undefined) return [];
  const shown = textsOf(editionFor(framework, audience));
  return [...textsFor(framework, audience, locale)].filter(([key]) => shown.has(key));
}
