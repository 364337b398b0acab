import { AUDIENCES, VOICES } from '../domain/audience';
import type { Framework } from '../domain/framework/framework';
import type { Programme } from '../domain/programme/programme';
import { answerBlock, indexColumn } from './answer-blocks';
import { gapCode, type Gap } from './codes';
import { COLUMN } from './column-names';
import { dictionaryOf } from './dictionary';
import { layOut } from './layout';
import { placeOf } from './place-of';
import type { Column } from './snapshot';
import type { SnapshotRow } from './snapshot-row';

type Named = readonly [name: string, column: Column];

/** Stories as columns. Rows keep their order; the cluster's name (collector, week) stays behind, only a number travels. */
export function encodeSnapshot(programme: Programme, framework: Framework, rows: readonly SnapshotRow[]): Uint8Array {
  const dictionary = dictionaryOf(programme, framework, rows);
  const clusters = numbered(rows.map((row) => row.cluster));
  const columns: Named[] = [
    [COLUMN.serial, Uint32Array.from(rows, (row) => row.serial)],
    [COLUMN.cluster, clusters.ids],
    [COLUMN.month, Uint16Array.from(rows, (row) => row.monthReceived)],
    [COLUMN.readable, Uint8Array.from(rows, (row) => row.readable)],
    indexed(COLUMN.audience, AUDIENCES, rows, ({ story }) => story.audience),
    indexed(COLUMN.voice, VOICES, rows, ({ story }) => story.voice ?? undefined),
    indexed(COLUMN.prompt, dictionary.prompts, rows, ({ story }) => story.prompt ?? undefined),
    indexed(COLUMN.locale, dictionary.locales, rows, ({ story }) => story.locale),
    ...dictionary.schemes.map((scheme) =>
      indexed(
        COLUMN.place(scheme.id),
        scheme.areas,
        rows,
        ({ story }) => placeOf(scheme.id, story.about.places, programme.areaSchemes),
        // Tellers are asked in one scheme only.
        scheme.id === framework.place.scheme ? 'unanswered' : 'notAsked',
      ),
    ),
    ...dictionary.signifiers.flatMap((entry) => {
      const block = answerBlock(entry, rows.length);
      rows.forEach(({ story }, row) => block.put(row, story.answers[entry.id]));
      return block.columns;
    }),
    ...dictionary.questions.flatMap((entry) => {
      const block = answerBlock(entry, rows.length);
      rows.forEach(({ story }, row) => block.put(row, story.about.questions[entry.id]));
      return block.columns;
    }),
  ];
  return layOut(
    {
      programme: programme.slug,
      framework: { id: framework.id, version: framework.version },
      rows: rows.length,
      clusters: clusters.count,
      ...dictionary,
    },
    columns,
  );
}

function indexed(
  name: string,
  values: readonly string[],
  rows: readonly SnapshotRow[],
  read: (row: SnapshotRow) => string | undefined,
  gap: Gap = 'unanswered',
): Named {
  const { type, column } = indexColumn(values.length, rows.length);
  const missing = gapCode(type, gap);
  const indexOf = new Map(values.map((value, index) => [value, index]));
  rows.forEach((row, i) => {
    const value = read(row);
    column[i] = value === undefined ? missing : (indexOf.get(value) ?? missing);
  });
  return [name, column];
}

function numbered(names: readonly string[]): { ids: Uint32Array; count: number } {
  const seen = new Map<string, number>();
  const ids = Uint32Array.from(names, (name) => {
    const known = seen.get(name) ?? seen.size;
    seen.set(name, known);
    return known;
  });
  return { ids, count: seen.size };
}
