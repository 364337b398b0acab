import { AudienceSchema, type Audience } from '../../domain/audience';
import { editionFor } from '../../domain/framework/edition-for';
import { textsOf } from '../../domain/framework/text-keys';
import { LocaleSchema } from '../../domain/identifiers';
import type { Programme } from '../../domain/programme/programme';
import { knownFramework } from '../accept/known-frameworks';
import type { Services } from '../services';
import { isWritten, textsFor } from './keep-recording';

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
  readonly locales: readonly string[];
  readonly audiences: readonly Audience[];
  readonly locale: string;
  readonly audience: Audience;
  /** Whether the framework has words in this language. */
  readonly written: boolean;
  readonly texts: readonly SpokenText[];
}

/** The texts of a programme's framework in one language and wording. What is asked for and does not exist is passed over. */
export async function voicesPage(
  { store }: Pick<Services, 'store'>,
  programme: Programme,
  language: string | null,
  reader: string | null,
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
  const locales = new Set([
    own,
    ...programme.policies.languages,
    ...Object.keys(framework?.catalogues ?? {}),
    ...recordings.map((recording) => recording.locale),
    ...SPOKEN,
    locale,
  ]);
  const known = new Map(
    recordings
      .filter((recording) => recording.locale === locale && recording.audience === audience)
      .map((recording) => [recording.key, recording]),
  );
  const texts = framework === null ? [] : askedTexts(framework, audience, locale);
  return {
    programme: { slug, name, state, origin },
    locales: [...locales],
    audiences,
    locale,
    audience,
    written: framework !== null && isWritten(framework, locale),
    texts: texts.map(([key, text]) => {
      const recording = known.get(key);
      return {
        key,
        text,
        recording: recording === undefined ? null : { sha256: recording.sha256, stale: recording.text !== text },
      };
    }),
  };
}

/** Those that this audience's own steps show: the others would be spoken for nobody. */
function askedTexts(framework: Parameters<typeof editionFor>[0], audience: Audience, locale: string) {
  if (framework.sets[audience] === undefined) return [];
  const shown = textsOf(editionFor(framework, audience));
  return [...textsFor(framework, audience, locale)].filter(([key]) => shown.has(key));
}
