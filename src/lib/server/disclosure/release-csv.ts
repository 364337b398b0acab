import { CSV_BEGIN, csvRecord } from '../../interchange/csv/csv-text';
import { safeCell } from '../../interchange/csv/safe-cell';
import type { Release } from '../../protocol/release';

const COLUMNS = ['table', 'title', 'labels', 'line', 'name', 'place', 'stories', 'since'];

/** The released tables, one row per cell. A figure that is not given is written in words, never as a number or nothing. */
export function releaseCsv(release: Release): string {
  const places = ['everywhere', ...(release.places?.areas ?? []).map(({ id }) => id)];
  const rows = release.tables.flatMap((table) =>
    table.lines.flatMap(({ id, name }, line) =>
      (table.figures[line] ?? []).map((figure, place) => [
        table.id,
        table.title,
        table.labels.join(' | '),
        id,
        name ?? '',
        places[place] ?? '',
        figure === null ? heldWords(release) : String(figure.stories),
        figure?.since ?? '',
      ]),
    ),
  );
  return CSV_BEGIN + [COLUMNS, ...rows].map((row) => csvRecord(row.map(safeCell))).join('');
}

/** What must be read with the numbers, as a table of its own beside them. */
export function releaseCsvNotes(release: Release, hash: string): string {
  const notes: [string, string][] = [
    ['programme', release.programme],
    ['release', release.quarter],
    ['hash', hash],
    ['holds', `${release.stories} stories, received before ${release.before}`],
    ['numbers', `to the nearest ${release.roundTo}; so they need not add up`],
    [heldWords(release), 'none, few, or of too few gatherings; or kept back because such a number could be worked out'],
    ['since', 'the release that gave the number; an earlier one where too few stories came for a new one'],
    ['elsewhere', 'outside, the whole city, or not said'],
    ['read with care', 'People chose to tell these. They are not a survey of everyone.'],
  ];
  return CSV_BEGIN + [['what', 'meaning'], ...notes].map((row) => csvRecord(row.map(safeCell))).join('');
}

function heldWords({ k }: Release): string {
  return `fewer than ${k} or kept back`;
}
