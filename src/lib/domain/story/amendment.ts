import type { Draft } from './draft';
import type { Story } from './story';

/**
 * A finished story as a draft of itself, to be changed: finishing it makes the next revision under the same number. The
 * consent it was told with holds. How to reach somebody who wants help is no part of a story and stays where it is.
 * @param more whether the teller went on after "two more minutes?"; null where the set does not ask  @param step shown first
 */
export function amendmentOf(story: Story, more: boolean | null, step: string): Draft {
  const { id, collector, programme, framework, audience, locale, prompt, answers, about, sharing, consent } = story;
  const corners = cornersOf(story);
  return {
    id,
    amends: story.revision,
    collector,
    programme,
    framework,
    audience,
    locale,
    ...(corners === undefined ? {} : { corners }),
    step,
    more,
    prompt,
    title: story.title ?? '',
    text: story.text ?? '',
    ...(story.media.length === 0 ? {} : { media: story.media }),
    ...(story.symbols === undefined ? {} : { symbols: story.symbols }),
    ...(story.helper === undefined
      ? {}
      : { helper: { ...story.helper, view: story.helper.view ?? '', wrote: story.voice === 'scribed' } }),
    answers,
    questions: about.questions,
    places: about.places,
    sharing,
    consent,
    help: null,
    secondsPerStep: story.device.secondsPerStep,
  };
}

/** How the labels of its triads stood: one order for all of them, noted with each dot that was placed between them. */
function cornersOf({ answers }: Story): Draft['corners'] {
  for (const answer of Object.values(answers))
    if (answer.state === 'answered' && answer.kind === 'triad' && answer.shown !== undefined) return answer.shown;
  return undefined;
}
