import type { Framework } from '../../domain/framework/framework';
import type { Answer } from '../../domain/signifier/answer';
import { effectiveSharing } from '../../domain/story/story';
import { yearAndMonth } from '../explore/calendar';
import type { StoredStory } from '../store/port';

/**
 * One story as a line of NDJSON. Words, pictures and names of files stand only where a reading has cleared the story and
 * its teller shares it; the answers stand always. Device, collector, exact times, receipts and consent records are not in
 * it, nor special reach questions, which are never crossed with stories.
 */
export function storyLine(
  { serial, story, receivedAt }: StoredStory,
  readable: boolean,
  framework: Pick<Framework, 'questions'>,
): string {
  const reach = new Set(framework.questions.filter((question) => question.reach === true).map(({ id }) => id));
  const questions = Object.entries(story.about.questions).filter(([id]) => !reach.has(id));
  const { title, text, symbols, helper, media } = story;
  const line = {
    serial,
    month: yearAndMonth(receivedAt),
    framework: story.framework,
    audience: story.audience,
    voice: story.voice,
    locale: story.locale,
    prompt: story.prompt,
    sharing: effectiveSharing(story),
    readable,
    ...(readable
      ? { title, text, symbols, helper, files: media.map(({ sha256, kind, mime }) => ({ sha256, kind, mime })) }
      : {}),
    answers: answersOf(Object.entries(story.answers), readable),
    about: { places: story.about.places, questions: answersOf(questions, readable) },
  };
  return `${JSON.stringify(line)}\n`;
}

function answersOf(answers: readonly [string, Answer][], readable: boolean): Record<string, unknown> {
  return Object.fromEntries(answers.map(([id, answer]) => [id, readable ? answer : withoutWords(answer)]));
}

/** That something was written counts; what was written does not leave. */
function withoutWords(answer: Answer): unknown {
  if (answer.state !== 'answered') return answer;
  if (answer.kind === 'text') return { kind: 'text', state: 'answered' };
  if (answer.kind !== 'choice') return answer;
  const { other: _, ...chosen } = answer;
  return chosen;
}
