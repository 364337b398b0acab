import type { Audience } from '../../domain/audience';
import type { FrameworkQuestion, FrameworkSignifier } from '../../domain/framework/framework';
import { wordingFor, type Wording } from '../../domain/framework/wording';
import type { Answer, Answered, StonesAnswer, TriadAnswer } from '../../domain/signifier/answer';
import { describeTriad, type Amount } from '../../domain/signifier/describe';
import { barycentric } from '../../domain/signifier/spaces';
import { stepOf, type SliderStep } from '../../domain/signifier/slider';
import { ringOf } from '../../domain/signifier/stones';

type Asked = FrameworkSignifier | FrameworkQuestion;
type Of<Kind extends Asked['kind']> = Extract<Asked, { kind: Kind }>;
type Words = (wording: Wording) => string;

/** What was asked and answered, as a teller of that audience read it. */
export function answerInWords(
  asked: Asked,
  answer: Answer,
  audience: Audience,
): { readonly question: string; readonly answer: string } {
  const words: Words = (wording) => wordingFor(wording, audience);
  const question = words(asked.stem);
  if (answer.state === 'unanswered') return { question, answer: 'Passed over.' };
  if (answer.state === 'not_applicable')
    return { question, answer: asked.notApplicable === undefined ? 'Does not fit.' : words(asked.notApplicable) };
  return { question, answer: answered(asked, answer, words) };
}

function answered(asked: Asked, answer: Answered, words: Words): string {
  switch (answer.kind) {
    case 'triad':
      return asked.kind === 'triad' ? triad(asked, answer, words) : UNKNOWN;
    case 'slider':
      if (asked.kind !== 'slider') return UNKNOWN;
      return `${SLIDER[stepOf(answer.at)](words(asked.ends[0].text), words(asked.ends[1].text))}${percent(answer.at)}`;
    case 'stones':
      return asked.kind === 'stones' ? stones(asked, answer, words) : UNKNOWN;
    case 'choice': {
      if (asked.kind !== 'choice') return UNKNOWN;
      const chosen = answer.chosen.map((id) => {
        const option = asked.options.find((one) => one.id === id);
        return option === undefined ? id : words(option.text);
      });
      return [...chosen, ...(answer.other === undefined ? [] : [`“${answer.other}”`])].join('; ');
    }
    case 'text':
      return `“${answer.text}”`;
    case 'number':
      return String(answer.value);
  }
}

/** The question under this number is of another kind now. */
const UNKNOWN = 'Answered in a way that cannot be put into words.';
const AMOUNT: Readonly<Record<Amount, string>> = { mostly: 'mostly', some: 'some', bit: 'a bit of' };

function triad(asked: Of<'triad'>, { at }: TriadAnswer, words: Words): string {
  const label = (index: number) => {
    const found = asked.labels[index];
    return found === undefined ? '' : `“${words(found.text)}”`;
  };
  const said = describeTriad(barycentric(at.a, at.b, at.c));
  const shares = asked.labels.map((_, index) => `${label(index)} ${whole([at.a, at.b, at.c][index] ?? 0)}`).join(', ');
  const sentence = () => {
    switch (said.kind) {
      case 'all':
        return 'all three about the same';
      case 'pair':
        return `${label(said.labels[0])} and ${label(said.labels[1])} about the same${said.rest === null ? '' : `, a bit of ${label(said.rest)}`}`;
      case 'lead':
        return said.parts.map((part) => `${AMOUNT[part.amount]} ${label(part.label)}`).join(', ');
    }
  };
  return `${sentence()} (of 100: ${shares})`;
}

const SLIDER: Readonly<Record<SliderStep, (first: string, second: string) => string>> = {
  1: (first) => `“${first}”`,
  2: (first, second) => `more “${first}” than “${second}”`,
  3: (first, second) => `in the middle between “${first}” and “${second}”`,
  4: (first, second) => `more “${second}” than “${first}”`,
  5: (_, second) => `“${second}”`,
};

function stones(asked: Of<'stones'>, { stones: placed }: StonesAnswer, words: Words): string {
  const { canvas } = asked;
  const where = (x: number, y: number): string => {
    if (canvas.kind === 'rings') {
      return [`near “${words(canvas.inner)}”`, 'in between', `near “${words(canvas.outer)}”`][ringOf({ x, y })] ?? '';
    }
    return [
      `${whole(x)} of 100 from “${words(canvas.x[0])}” to “${words(canvas.x[1])}”`,
      `${whole(y)} of 100 from “${words(canvas.y[0])}” to “${words(canvas.y[1])}”`,
    ].join(', ');
  };
  return Object.entries(placed)
    .map(([id, stone]) => {
      const label = asked.stones.find((one) => one.id === id);
      const name = label === undefined ? id : words(label.text);
      return `“${name}”: ${stone.state === 'placed' ? where(stone.x, stone.y) : 'not in the story'}`;
    })
    .join('; ');
}

const whole = (share: number) => String(Math.round(share * 100));
const percent = (at: number) => ` (${whole(at)} of 100 from the first end to the second)`;
