import type { LeaningFact } from '../../analysis/shifts/evidence';
import { ZONE_LABELS } from '../../domain/signifier/zone';
import { inSentence } from '../clause-words';
import type { ViewWords } from '../view-words';
import { t } from './words';

/** Where a group leans, as the object of "lean more to": the words that tellers saw, never left or right. */
export function leaningWords({ leaning, block }: Pick<LeaningFact, 'leaning' | 'block'>, words: ViewWords): string {
  const label = (index: number): string => inSentence(words.labels[index]?.label ?? '');
  switch (leaning.kind) {
    case 'zone': {
      const [first = 0, second, third] = ZONE_LABELS[leaning.zone];
      if (third !== undefined) return t('part.centre', { title: words.title });
      if (second !== undefined) return t('part.between', { first: label(first), second: label(second) });
      return t('part.label', { label: label(first) });
    }
    case 'end':
      if (leaning.end === 'middle') return t('part.middle', { title: words.title });
      return t('part.label', { label: label(leaning.end === 'first' ? 0 : 1) });
    case 'cell':
      return t('part.stone', { stone: stoneLabel(block, words), place: cellWords(leaning, words) });
    case 'ring':
      return t('part.stone', { stone: stoneLabel(block, words), place: ringWords(leaning.ring) });
    case 'option':
      return t('part.option', { option: label(leaning.option), title: words.title });
    case 'chosen':
      return t('part.option', { option: stoneLabel(block, words), title: words.title });
    case 'not_applicable':
      return words.title;
  }
}

/** A stone's or option's label from its block's id, `signifier/part`. */
function stoneLabel(block: string, { labels }: ViewWords): string {
  const part = block.slice(block.lastIndexOf('/') + 1);
  return inSentence(labels.find(({ id }) => id === part)?.label ?? part);
}

/** Four columns across: the two outer ones are "towards" their end. */
function cellWords({ column, row }: { column: number; row: number }, { canvas }: ViewWords): string {
  const across = canvas?.kind === 'axes' ? inSentence(canvas.x[column < 2 ? 0 : 1]) : '';
  const up = row === 0 ? t('part.up.0') : row === 1 ? t('part.up.1') : t('part.up.2');
  return t('part.cell.towards', { across, up });
}

function ringWords(ring: number): string {
  if (ring === 0) return t('part.ring.0');
  return ring === 1 ? t('part.ring.1') : t('part.ring.2');
}
