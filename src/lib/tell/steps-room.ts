import type { Edition } from '../domain/framework/edition';
import { stepsOf } from '../domain/framework/steps';
import type { PublicCollector } from '../domain/programme/collector';
import type { Draft } from '../domain/story/draft';
import { storyId } from '../domain/story/story-id';
import { newDraft } from '../survey/new-draft';
import { visibleSteps } from '../survey/visible-steps';
import { withRole } from './people';
import type { Beginning } from './tell.svelte';

/** The steps and their controls, loaded when somebody begins. */
export { Telling } from './telling.svelte';
export { default as TellingPage } from './TellingPage.svelte';

/** The found draft, or a new one that knows what the first screen asked. */
export function draftOf(beginning: Beginning, collector: PublicCollector, edition: Edition, locale: string): Draft {
  // Gone on with in another language: what was told stays, what is read from now on is noted.
  if (beginning.kind === 'draft') return { ...withMore(beginning.draft, edition), locale };
  const id = storyId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  return withRole({ ...newDraft(id, collector, edition), locale }, edition, beginning.person.role);
}

/** Consents hold no answers: whose yes was asked for makes no difference here. */
const ANY_WAY = { band: 'unsaid', under13: 'parent_agrees' } as const;

/** A story that is changed does not say whether its teller went on after "two more minutes?": its answers do. */
function withMore(draft: Draft, edition: Edition): Draft {
  if (draft.amends === undefined || draft.more !== null) return draft;
  const all = stepsOf(edition);
  if (!all.some(({ kind }) => kind === 'more')) return draft;
  const short = new Set(visibleSteps(all, false, false, ANY_WAY).map(({ id }) => id));
  const more = Object.keys({ ...draft.answers, ...draft.questions }).some((id) => !short.has(id));
  return { ...draft, more };
}
