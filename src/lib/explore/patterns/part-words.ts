import type { BlockDifference, PartShare } from '../../analysis/patterns/describe-patterns';
import { ZONE_LABELS, ZONES } from '../../domain/signifier/zone';
import { inSentence } from '../clause-words';
import type { ViewWords } from '../view-words';
import { t } from './words';

/** The part of an answer by which a pattern is told: where it has more than the others; of an option, that it was chosen. */
export function tellingPart({ kind, parts }: BlockDifference): PartShare | null {
  if (kind === 'option') return parts.find(({ part }) => part === 'chosen') ?? null;
  return parts.find(({ share }) => (share.pattern?.share ?? 0) > (share.others?.share ?? 0)) ?? null;
}

/** "more “the right support”": in the words that tellers saw, never left or right. */
export function partWords(difference: BlockDifference, part: PartShare, words: ViewWords): string {
  const fewer = (part.share.pattern?.share ?? 0) < (part.share.others?.share ?? 0);
  return t(fewer ? 'part.fewer' : 'part.more', { part: placeWords(difference, part.part, words) });
}

function placeWords({ kind, block }: BlockDifference, part: string, words: ViewWords): string {
  const label = (index: number): string => inSentence(words.labels[index]?.label ?? '');
  switch (kind) {
    case 'triad':
      return zoneWords(part, words);
    case 'slider':
      if (part === '3') return t('part.slider.middle', { title: words.title });
      return t(part === '1' || part === '5' ? 'part.slider.1' : 'part.slider.2', { label: label(part < '3' ? 0 : 1) });
    case 'stone':
      return t('part.stone', { stone: ownLabel(block, words), place: quarterWords(part, words) });
    case 'ring':
      return t('part.stone', { stone: ownLabel(block, words), place: ringWords(part) });
    case 'choice':
      return t('part.option', { option: label(Number(part)), title: words.title });
    case 'option':
      return t('part.option', { option: ownLabel(block, words), title: words.title });
  }
}

function zoneWords(part: string, { title, labels }: ViewWords): string {
  const zone = ZONES.find((candidate) => candidate === part);
  const [first = '', second, third] = (zone ? ZONE_LABELS[zone] : []).map((index) =>
    inSentence(labels[index]?.label ?? ''),
  );
  if (third !== undefined) return t('part.centre', { title });
  return second === undefined ? t('part.label', { label: first }) : t('part.between', { first, second });
}

/** A stone's or option's label from its block's id, `signifier/part`. */
function ownLabel(block: string, { labels }: ViewWords): string {
  const own = block.slice(block.lastIndexOf('/') + 1);
  return inSentence(labels.find(({ id }) => id === own)?.label ?? own);
}

function quarterWords(part: string, { canvas }: ViewWords): string {
  if (canvas?.kind !== 'axes') return part;
  const across = inSentence(canvas.x[part.startsWith('left') ? 0 : 1]);
  return t('part.quarter', { across, up: inSentence(canvas.y[part.endsWith('low') ? 0 : 1]) });
}

function ringWords(part: string): string {
  if (part === 'inner') return t('part.ring.inner');
  return part === 'middle' ? t('part.ring.middle') : t('part.ring.outer');
}
