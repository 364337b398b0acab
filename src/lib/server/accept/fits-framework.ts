import type { Framework } from '../../domain/framework/framework';
import type { Answer } from '../../domain/signifier/answer';
import type { Story } from '../../domain/story/story';

/**
 * Whether a story answers what its framework asks, with what can be answered there. Names nothing that the story
 * holds: ids come from outside.
 * @returns what does not fit, as a sentence; null when all of it fits
 */
export function misfit(story: Story, framework: Framework): string | null {
  const { prompts, questions } = askedBy(framework);
  if (story.prompt !== null && !prompts.has(story.prompt)) return unknown('prompt');
  return wrongIn(story.answers, questions) ?? wrongIn(story.about.questions, questions);
}

/** What a framework asks, by id, with the ids that can be chosen or placed there. */
interface Asked {
  readonly prompts: ReadonlySet<string>;
  readonly questions: ReadonlyMap<string, Question>;
}

interface Question {
  readonly kind: string;
  readonly ids: ReadonlySet<string>;
  readonly most: number;
}

const ASKED = new WeakMap<Framework, Asked>();
const NONE: ReadonlySet<string> = new Set();

function askedBy(framework: Framework): Asked {
  const known = ASKED.get(framework);
  if (known !== undefined) return known;
  // What comes first has the id: as in findSignifier.
  const inTurn = [...framework.signifiers, ...framework.questions].reverse();
  const questions = inTurn.map((one): [string, Question] => {
    if (one.kind === 'choice') return [one.id, { kind: one.kind, ids: idsOf(one.options), most: one.maxChosen }];
    if (one.kind === 'stones') return [one.id, { kind: one.kind, ids: idsOf(one.stones), most: Infinity }];
    return [one.id, { kind: one.kind, ids: NONE, most: 0 }];
  });
  const asked = { prompts: idsOf(framework.prompts), questions: new Map(questions) };
  ASKED.set(framework, asked);
  return asked;
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

function wrongIn(answers: Readonly<Record<string, Answer>>, questions: Asked['questions']): string | null {
  for (const id of Object.keys(answers)) {
    const answer = answers[id];
    const question = questions.get(id);
    if (answer === undefined || question === undefined) return unknown('question');
    if (!fits(answer, question)) return unknown('answer');
  }
  return null;
}

function fits(answer: Answer, { kind, ids, most }: Question): boolean {
  if (answer.state !== 'answered') return true;
  if (answer.kind !== kind) return false;
  if (answer.kind === 'choice') return answer.chosen.length <= most && answer.chosen.every((id) => ids.has(id));
  return answer.kind !== 'stones' || Object.keys(answer.stones).every((id) => ids.has(id));
}

function unknown(what: string): string {
  return `The story holds a ${what} that its framework does not know. It stays on this device.`;
}
