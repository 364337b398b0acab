import { findSignifier, type Framework } from '../../domain/framework/framework';
import type { Answer } from '../../domain/signifier/answer';
import type { Story } from '../../domain/story/story';

/**
 * Whether a story answers what its framework asks, with what can be answered there. Names nothing that the story
 * holds: ids come from outside.
 * @returns what does not fit, as a sentence; null when all of it fits
 */
export function misfit(story: Story, framework: Framework): string | null {
  if (story.prompt !== null && !framework.prompts.some(({ id }) => id === story.prompt)) return unknown('prompt');
  for (const [id, answer] of Object.entries({ ...story.answers, ...story.about.questions })) {
    const asked = findSignifier(framework, id);
    if (asked === undefined) return unknown('question');
    if (!answers(answer, asked)) return unknown('answer');
  }
  return null;
}

function answers(answer: Answer, asked: NonNullable<ReturnType<typeof findSignifier>>): boolean {
  if (answer.state !== 'answered') return true;
  if (answer.kind !== asked.kind) return false;
  if (answer.kind === 'choice' && asked.kind === 'choice') {
    const options = new Set(asked.options.map(({ id }) => id));
    return answer.chosen.length <= asked.maxChosen && answer.chosen.every((id) => options.has(id));
  }
  if (answer.kind === 'stones' && asked.kind === 'stones') {
    const stones = new Set(asked.stones.map(({ id }) => id));
    return Object.keys(answer.stones).every((id) => stones.has(id));
  }
  return true;
}

function unknown(what: string): string {
  return `The story holds a ${what} that its framework does not know. It stays on this device.`;
}
