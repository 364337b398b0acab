import type { Signifier } from '../domain/framework/edition';
import type { Answer, StonesAnswer } from '../domain/signifier/answer';
import { close } from '../domain/signifier/triad';
import { positionWords } from '../ui/signifiers/slider/slider-words';
import { placeWords } from '../ui/signifiers/stones/stones-words';
import { amountWords } from '../ui/signifiers/triad/amount-words';
import { placementWords } from '../ui/signifiers/triad/triad-words';
import { bold } from '../ui/signifiers/words';
import type { TellingSay } from './telling-words';

/** An answer in the words the teller saw, line by line, with bold marks (see `Phrase`). */
export function answerWords(signifier: Signifier, answer: Answer | undefined, say: TellingSay): string[] {
  if (answer === undefined || answer.state === 'unanswered') return [say('check.left')];
  if (answer.state === 'not_applicable') {
    if (answer.steps !== undefined) return [amountWords('none_of_these')];
    return [signifier.notApplicable ?? say('check.misfit')];
  }
  switch (answer.kind) {
    case 'triad':
      return signifier.kind === 'triad'
        ? [placementWords(close(answer.at.a, answer.at.b, answer.at.c), signifier)]
        : [];
    case 'slider':
      return signifier.kind === 'slider' ? [positionWords(answer.at, signifier)] : [];
    case 'stones':
      return stonesWords(signifier, answer, say);
    case 'choice':
      return signifier.kind === 'choice'
        ? signifier.options.filter((option) => answer.chosen.includes(option.id)).map((option) => bold(option.text))
        : [];
    case 'text':
      return [answer.text];
    case 'number':
      return [String(answer.value)];
  }
}

function stonesWords(signifier: Signifier, { stones }: StonesAnswer, say: TellingSay): string[] {
  if (signifier.kind !== 'stones') return [];
  const lines = signifier.stones.flatMap(({ id, text }) => {
    const stone = stones[id];
    if (stone === undefined) return [];
    const place = stone.state === 'placed' ? placeWords(stone, signifier.canvas) : say('stones.not_in');
    return [say('placed.one', { label: bold(text), place })];
  });
  return lines.length > 0 ? lines : [say('stones.none')];
}
