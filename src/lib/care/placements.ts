import type { Framework, FrameworkQuestion, FrameworkSignifier } from '../domain/framework/framework';
import { findSignifier } from '../domain/framework/framework';
import { wordingFor, type Wording } from '../domain/framework/wording';
import type { Audience } from '../domain/audience';
import type { Answer, Answered, StonesAnswer, TriadAnswer } from '../domain/signifier/answer';
import { stepOf } from '../domain/signifier/slider';
import { barycentric } from '../domain/signifier/spaces';
import { ringOf } from '../domain/signifier/stones';
import { ZONE_LABELS, zoneOf } from '../domain/signifier/zone';
import type { Translate } from '../i18n/catalogue';
import type { care } from '../i18n/en/care';

type T = Translate<typeof care>;

/** One answer in words, as the teller was asked it. */
export interface PlacedWords {
  readonly id: string;
  readonly title: string;
  readonly says: readonly string[];
}

/** Every answer of a story in words, in the framework's order; the words of labels are those this audience was shown. */
export function placementsInWords(
  t: T,
  framework: Framework,
  audience: Audience,
  answers: Readonly<Record<string, Answer>>,
): PlacedWords[] {
  const asked = [...framework.signifiers, ...framework.questions].map(({ id }) => id);
  const place = (id: string) => (asked.includes(id) ? asked.indexOf(id) : asked.length);
  const inOrder = Object.entries(answers).sort(([a], [b]) => place(a) - place(b));
  return inOrder.map(([id, answer]) => {
    const signifier = findSignifier(framework, id);
    return { id, title: signifier?.title ?? id, says: answerInWords(t, signifier, audience, answer) };
  });
}

function answerInWords(
  t: T,
  signifier: FrameworkSignifier | FrameworkQuestion | undefined,
  audience: Audience,
  answer: Answer,
): string[] {
  if (answer.state === 'not_applicable') return [t('does_not_fit')];
  if (answer.state === 'unanswered') return [t('no_answer')];
  const words = (wording: Wording) => wordingFor(wording, audience);
  return signifier === undefined ? [] : answeredInWords(t, signifier, words, answer);
}

type Words = (wording: Wording) => string;

function answeredInWords(t: T, signifier: FrameworkSignifier, words: Words, answer: Answered): string[] {
  switch (answer.kind) {
    case 'triad':
      return signifier.kind === 'triad'
        ? [
            triadInWords(
              t,
              signifier.labels.map(({ text }) => words(text)),
              answer,
            ),
          ]
        : [];
    case 'slider': {
      if (signifier.kind !== 'slider') return [];
      const [a, b] = signifier.ends;
      const step = stepOf(answer.at);
      return [t(`slider_${step}`, { a: words(a.text), b: words(b.text) })];
    }
    case 'stones':
      return signifier.kind === 'stones' ? stonesInWords(t, signifier, words, answer) : [];
    case 'choice': {
      if (signifier.kind !== 'choice') return [];
      const chosen = signifier.options.filter(({ id }) => answer.chosen.includes(id)).map(({ text }) => words(text));
      return answer.other === undefined ? chosen : [...chosen, `“${answer.other}”`];
    }
    case 'text':
      return [`“${answer.text}”`];
    case 'number':
      return [String(answer.value)];
  }
}

function triadInWords(t: T, labels: readonly string[], { at }: TriadAnswer): string {
  const [a = '', b = ''] = ZONE_LABELS[zoneOf(barycentric(at.a, at.b, at.c))].map((index) => labels[index] ?? '');
  const named = ZONE_LABELS[zoneOf(barycentric(at.a, at.b, at.c))].length;
  if (named === 3) return t('triad_centre');
  return named === 2 ? t('triad_edge', { a, b }) : t('triad_corner', { a });
}

type StonesSignifier = Extract<FrameworkSignifier, { kind: 'stones' }>;

function stonesInWords(t: T, { canvas, stones }: StonesSignifier, words: Words, answer: StonesAnswer): string[] {
  const says = stones.flatMap(({ id, text }) => {
    const stone = answer.stones[id];
    if (stone === undefined) return [];
    const place = stone.state === 'not_in_story' ? t('stone_not') : placeInWords(t, canvas, words, stone);
    return [t('stone_at', { stone: words(text), place })];
  });
  return says.length === 0 ? [t('stones_none')] : says;
}

const RINGS = ['stone_ring_1', 'stone_ring_2', 'stone_ring_3'] as const;

function placeInWords(
  t: T,
  canvas: StonesSignifier['canvas'],
  words: Words,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  if (canvas.kind === 'rings') return t(RINGS[ringOf({ x, y })] ?? 'stone_ring_3');
  const side = (at: number, [low, high]: readonly [Wording, Wording]) =>
    at < 0.4 ? words(low) : at > 0.6 ? words(high) : t('stone_between');
  return `${side(x, canvas.x)}, ${side(y, canvas.y)}`;
}
