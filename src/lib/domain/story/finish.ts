import { cleanText } from '../identifiers';
import type { Voice } from '../audience';
import type { Draft } from './draft';
import type { Helper } from './helper';
import { hasOwnConsent } from './consent-record';
import { StorySchema, type Story } from './story';

const VOICE_OF_OPTION: Readonly<Record<string, Voice>> = {
  own: 'own',
  supported: 'supported',
  written_down: 'scribed',
  proxy: 'proxy',
};

/** Why a draft cannot become a story yet. */
export type Unfinished = { kind: 'no_consent' } | { kind: 'nothing_told' };

/**
 * A draft made into a story. A story needs consent, and either words, a file, pictures or at least one answer: a teller
 * who only places dots has told something.
 * @param clock the device's own time, ISO 8601  @param sequence the device's next number
 */
export function finishDraft(
  draft: Draft,
  clock: string,
  sequence: number,
): { kind: 'story'; story: Story } | Unfinished {
  if (!hasOwnConsent(draft)) return { kind: 'no_consent' };
  const text = trimmed(draft.text);
  const answered = Object.values(draft.answers).some((answer) => answer.state === 'answered');
  const shown = (draft.media ?? []).length > 0 || (draft.symbols ?? []).length > 0;
  if (text === null && !shown && !answered) return { kind: 'nothing_told' };
  const story = StorySchema.parse({
    schema: 1,
    id: draft.id,
    revision: (draft.amends ?? 0) + 1,
    programme: draft.programme,
    framework: draft.framework,
    collector: draft.collector,
    session: null,
    audience: draft.audience,
    voice: voiceOf(draft),
    locale: draft.locale,
    prompt: draft.prompt,
    title: trimmed(draft.title),
    text,
    media: draft.media ?? [],
    ...(draft.symbols !== undefined && draft.symbols.length > 0 ? { symbols: draft.symbols } : {}),
    ...(draft.helper === undefined ? {} : { helper: helperOf(draft.helper) }),
    answers: draft.answers,
    about: { places: draft.places, questions: draft.questions },
    sharing: draft.sharing,
    consent: draft.consent,
    device: { clock, sequence, secondsPerStep: draft.secondsPerStep },
  });
  return { kind: 'story', story };
}

function helperOf({ who, expressed, view }: NonNullable<Draft['helper']>): Helper {
  return { who, expressed, view: trimmed(view) };
}

/** What the helper said about the writing is nearer than a general question about the telling. */
function voiceOf(draft: Draft): Voice | null {
  const wrote = draft.helper?.wrote ?? null;
  if (wrote !== null) return wrote ? 'scribed' : 'supported';
  const answer = draft.questions['demo.voice'];
  if (answer?.state !== 'answered' || answer.kind !== 'choice') return null;
  return VOICE_OF_OPTION[answer.chosen[0] ?? ''] ?? null;
}

function trimmed(text: string): string | null {
  const clean = cleanText(text).trim();
  return clean === '' ? null : clean;
}
