import type { PlotTable } from '../../ui/plots/frame/plot-table';
import type { ShiftsAnswer } from './shifts-answer';
import { t } from './words';

/** Every test of the family, flagged or not: what was looked for and not found is part of the answer. */
export function shiftsTable(
  { tests }: Pick<ShiftsAnswer, 'tests'>,
  name: (group: string) => string,
  title: (signifier: string) => string,
): PlotTable {
  const chance = (value: number): string | number => (value < 0.001 ? t('table.tiny') : three(value));
  const three = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    columns: [
      t('table.group'),
      t('table.question'),
      t('table.aspect'),
      t('table.n'),
      t('table.sessions'),
      t('table.effect'),
      t('table.p'),
      t('table.q'),
    ],
    rows: tests.map((test) => [
      name(test.group),
      title(test.signifier),
      t(test.aspect === 'placement' ? 'table.placed' : 'table.na'),
      test.stories,
      test.clusters,
      three(test.corrected),
      chance(test.p),
      chance(test.q),
    ]),
    note: t('table.note'),
  };
}
