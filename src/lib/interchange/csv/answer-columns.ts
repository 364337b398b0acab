import type { FrameworkSignifier } from '../../domain/framework/framework';
import type { Answer, Answered } from '../../domain/signifier/answer';
import { safeCell } from './safe-cell';

/** A column of the file: its name, what it means, and its cell for one answer. */
export interface AnswerColumn {
  readonly name: string;
  readonly meaning: string;
  readonly cell: (answer: Answer | undefined, readable: boolean) => string;
}

/**
 * Every answer in its parts, then `.state` (`answered`, `not_applicable`, `unanswered`; empty where the story was never
 * asked) and `.method`.
 */
export function answerColumns(signifier: FrameworkSignifier): AnswerColumn[] {
  const { id, title } = signifier;
  return [
    ...parts(signifier),
    {
      name: `${id}.state`,
      meaning: `${title}: answered, not_applicable, unanswered, or empty = not asked`,
      cell: (answer) => answer?.state ?? '',
    },
    { name: `${id}.method`, meaning: `${title}: by which way in it was placed`, cell: methodsOf },
  ];
}

type Kind = Answered['kind'];
type Of<K extends Kind> = Extract<Answered, { kind: K }>;

/** A column that is empty unless the answer is of this kind. */
function part<K extends Kind>(
  kind: K,
  name: string,
  meaning: string,
  read: (answer: Of<K>, readable: boolean) => string,
): AnswerColumn {
  return {
    name,
    meaning,
    cell: (answer, readable) =>
      answer?.state === 'answered' && answer.kind === kind ? read(answer as Of<K>, readable) : '', // kind compared on this line
  };
}

function parts(signifier: FrameworkSignifier): AnswerColumn[] {
  const { id, title } = signifier;
  switch (signifier.kind) {
    case 'triad':
      return (['a', 'b', 'c'] as const).map((corner, index) => {
        const label = signifier.labels[index]?.id ?? corner;
        return part('triad', `${id}.${label}`, `${title}: share of ${label}, 0 to 1`, ({ at }) => String(at[corner]));
      });
    case 'slider': {
      const [from, to] = signifier.ends.map((end) => end.id);
      return [part('slider', id, `${title}: from 0 (${from}) to 1 (${to})`, ({ at }) => String(at))];
    }
    case 'stones':
      return signifier.stones.flatMap(({ id: stone }) => stoneColumns(id, title, stone));
    case 'choice':
      return signifier.maxChosen === 1
        ? [part('choice', id, `${title}: the option chosen`, ({ chosen }) => chosen.map(safeCell).join(' '))]
        : signifier.options.map(({ id: option }) =>
            part('choice', `${id}.${option}`, `${title}: 1 = ${option} chosen, 0 = not`, ({ chosen }) =>
              chosen.includes(option) ? '1' : '0',
            ),
          );
    case 'text':
      return [
        part('text', id, `${title}: the words, where cleared and shared`, ({ text }, readable) =>
          readable ? safeCell(text) : '',
        ),
      ];
    case 'number':
      return [part('number', id, title, ({ value }) => String(value))];
  }
}

function stoneColumns(id: string, title: string, stone: string): AnswerColumn[] {
  const place = (axis: 'x' | 'y', meaning: string): AnswerColumn =>
    part('stones', `${id}.${stone}.${axis}`, `${title}: ${stone}, ${meaning}`, ({ stones }) => {
      const at = stones[stone];
      return at?.state === 'placed' ? String(at[axis]) : '';
    });
  return [
    place('x', 'from 0 to 1 to the second label'),
    place('y', 'from 0 to 1 upwards'),
    part(
      'stones',
      `${id}.${stone}.state`,
      `${title}: ${stone}, placed or not_in_story; empty = left alone`,
      ({ stones }) => stones[stone]?.state ?? '',
    ),
  ];
}

/** Stones can be placed in different ways: each way once, in the order of the stones. */
function methodsOf(answer: Answer | undefined): string {
  if (answer?.state !== 'answered') return '';
  if (answer.kind === 'triad' || answer.kind === 'slider') return answer.method;
  if (answer.kind !== 'stones') return '';
  const placed = Object.values(answer.stones).flatMap((stone) => (stone.state === 'placed' ? [stone.method] : []));
  return [...new Set(placed)].join(' ');
}
