import type { Opened } from '../opened';
import { countersOf, pagesOf } from './read-tables';
import { fillDatabase, type Filled } from './fill-database';
import { RowTally, type Tally } from './tally';
import { TABLE_SHAPES } from './tables';

type Database = Pick<Extract<Opened, { kind: 'opened' }>, 'accounts' | 'oneState'>;

/** @returns what was copied, by table. @throws when the copy does not read as what was copied; then nothing stays */
export function copyDatabase(from: Database, to: Database): Promise<Filled<Record<string, Tally>>> {
  return fillDatabase(to.accounts, async ({ db, insert, setCounters }) => {
    const copied: Record<string, Tally> = {};
    await from.oneState(async (source) => {
      for (const shape of TABLE_SHAPES) {
        const tally = new RowTally();
        for await (const rows of pagesOf(source, shape)) {
          await insert(shape, rows);
          tally.add(rows);
        }
        copied[shape.name] = tally.tally;
      }
      await setCounters(await countersOf(source, from.accounts.type));
    });
    for (const shape of TABLE_SHAPES) {
      const read = new RowTally();
      for await (const rows of pagesOf(db, shape)) read.add(rows);
      const { rows, sum } = read.tally;
      if (rows === copied[shape.name]?.rows && sum === copied[shape.name]?.sum) continue;
      throw new Error(`The copy of the table ${shape.name} differs from what was copied; nothing was kept of it.`);
    }
    return copied;
  });
}
