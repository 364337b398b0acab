import type { Edition } from '../domain/framework/edition';
import type { PublicProgramme } from '../domain/programme/programme';
import { spoken } from '../i18n/spoken.svelte';
import type { Say, TellKey } from './words';

/** What every screen says while a programme is tried out, its words are drafts or its stories are made up. */
export interface Notice {
  /** One short word, for the top of every screen. */
  readonly tag: string;
  /** The same in a sentence, for screen readers and where there is room. */
  readonly sentence: string;
}

export function noticesFor(programme: PublicProgramme | null, say: Say, status?: Edition['status']): Notice[] {
  const notice = (key: TellKey, tag: TellKey): Notice => ({ tag: say(tag), sentence: say(key) });
  const questions = status === 'draft' ? [notice('notice.draft', 'notice.draft.tag')] : [];
  const translation = spoken.draft ? [notice('notice.translation', 'notice.translation.tag')] : [];
  return [
    ...(programme?.origin === 'synthetic' ? [notice('notice.synthetic', 'notice.synthetic.tag')] : []),
    ...(programme?.state === 'trial' ? [notice('notice.trial', 'notice.trial.tag')] : []),
    ...ofDrafts(translation, questions),
  ];
}

/** There is room for one tag about drafts: the one about every word. The sentences are all there. */
function ofDrafts([translation]: Notice[], questions: Notice[]): Notice[] {
  if (translation === undefined) return questions;
  const sentence = [translation, ...questions].map((notice) => notice.sentence).join(' ');
  return [{ tag: translation.tag, sentence }];
}
