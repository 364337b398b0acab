import type { Edition } from '../../domain/framework/edition';

/** Where in a telling a text is met, in the order it is met. */
export const TEXT_AREAS = ['consent', 'safety', 'story', 'placing', 'questions', 'sharing', 'end'] as const;
export type TextArea = (typeof TEXT_AREAS)[number];

/** One screen of a telling, or what belongs together like one. */
export interface TextScreen {
  readonly id: string;
  readonly area: TextArea;
  /** The question of the screen, in the words that are shown; null where the area says it. */
  readonly head: string | null;
}

const AREA_OF: Readonly<Record<string, TextArea>> = {
  consents: 'consent',
  safety: 'safety',
  prompts: 'story',
  story: 'story',
  title: 'story',
  signifiers: 'placing',
  questions: 'questions',
  place: 'questions',
  sharing: 'sharing',
  helpMe: 'sharing',
  closing: 'end',
};

/** Lists of an edition each of whose entries has a screen of its own, with what names it. */
const HEADED = { consents: 'title', signifiers: 'stem', questions: 'stem' } as const;

/**
 * The screen a text stands on, from its key (`signifiers.triad.right.stem`: ids may hold dots).
 * @param words the text of a key in the language that is asked for
 */
export function screenOfText(edition: Edition, key: string, words: (key: string) => string | undefined): TextScreen {
  const [part = ''] = key.split('.');
  const area = AREA_OF[part] ?? 'end';
  const list = part in HEADED ? (part as keyof typeof HEADED) : null; // asked for on this line
  const entry = list === null ? undefined : edition[list].find(({ id }) => key.startsWith(`${list}.${id}.`));
  if (list === null || entry === undefined) return { id: area, area, head: null };
  const id = `${list}.${entry.id}`;
  return { id, area, head: words(`${id}.${HEADED[list]}`) ?? null };
}
