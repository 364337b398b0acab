import type { Label, Signifier } from '../domain/framework/edition';
import type { Answer } from '../domain/signifier/answer';
import { stepOf } from '../domain/signifier/slider';
import { close } from '../domain/signifier/triad';
import { ZONE_LABELS, zoneOf } from '../domain/signifier/zone';

/** So many pictures stand beside an answer at most: more would be a puzzle. */
const MOST = 3;

/** The pictures of an answer, ids in the sprite: of the labels it is near to, or of what was chosen. */
export function answerSymbols(signifier: Signifier, answer: Answer | undefined): string[] {
  if (answer?.state !== 'answered') return [];
  switch (answer.kind) {
    case 'triad':
      if (signifier.kind !== 'triad') return [];
      return symbolsOf(
        ZONE_LABELS[zoneOf(close(answer.at.a, answer.at.b, answer.at.c))].map((label) => signifier.labels[label]),
      );
    case 'slider':
      return signifier.kind === 'slider' ? symbolsOf(endsNear(answer.at, signifier.ends)) : [];
    case 'stones':
      if (signifier.kind !== 'stones') return [];
      return symbolsOf(signifier.stones.filter(({ id }) => answer.stones[id]?.state === 'placed'));
    case 'choice':
      return signifier.kind === 'choice'
        ? symbolsOf(signifier.options.filter(({ id }) => answer.chosen.includes(id)))
        : [];
    case 'text':
    case 'number':
      return [];
  }
}

export function symbolsOf(labels: readonly (Pick<Label, 'symbol'> | undefined)[]): string[] {
  return labels.flatMap((label) => (label?.symbol === undefined ? [] : [label.symbol.id])).slice(0, MOST);
}

/** In between is near to both, as its words say (ui/signifiers/slider/slider-words.ts). */
function endsNear(at: number, ends: readonly [Label, Label]): Label[] {
  const step = stepOf(at);
  if (step === 3) return [...ends];
  return [ends[step < 3 ? 0 : 1]];
}
