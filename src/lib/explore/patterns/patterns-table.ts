import type { PatternsResult } from '../../analysis/patterns/patterns-result';
import type { PlotTable } from '../../ui/plots/frame/plot-table';
import type { ViewWords } from '../view-words';
import { partWords, tellingPart } from './part-words';
import { shownPatterns } from './result-words';
import { t } from './words';

/** Every question in use of every pattern shown, by the part that tells them apart: what the map cannot say. */
export function patternsTable(
  result: PatternsResult,
  name: (key: string, number: number) => string,
  wordsOf: (signifier: string) => ViewWords | null,
): PlotTable {
  const hundred = (share: number | undefined): number => Math.round(100 * (share ?? 0));
  return {
    columns: [
      t('table.pattern'),
      t('table.question'),
      t('table.part'),
      t('table.here'),
      t('table.there'),
      t('table.n'),
      t('table.m'),
    ],
    rows: shownPatterns(result).flatMap(({ number, pattern }) =>
      pattern.differences.flatMap((difference) => {
        const words = wordsOf(difference.signifier);
        const part = tellingPart(difference);
        if (words === null || part === null) return [];
        const { counts } = difference;
        return [
          [
            name(pattern.key, number),
            words.title,
            partWords(difference, part, words),
            hundred(part.share.pattern?.share),
            hundred(part.share.others?.share),
            counts.pattern.answered,
            counts.others.answered,
          ],
        ];
      }),
    ),
    note: t('table.note', { seed: result.seed }),
  };
}
