import type { Services } from '../services';
import { damagedPlace } from '../store/damaged';
import { calendarOf } from '../store/sql/calendar';
import { collectorOf } from '../store/sql/collectors';
import { frameworkOf } from '../store/sql/frameworks';
import { anyHelpCallOf } from '../store/sql/help-calls';
import { fileOf } from '../store/sql/media';
import { invitationOf, roleOf } from '../store/sql/members';
import { programmeOf } from '../store/sql/programmes';
import { readingOf } from '../store/sql/readings';
import { recordingOf } from '../store/sql/recordings';
import { patternNameOf, regionOf } from '../store/sql/regions';
import { releaseOf } from '../store/sql/releases';
import { earlierRevisionOf, helpRequestOf } from '../store/sql/stories';
import type { Tables } from '../store/sql/tables';
import { pagesOf } from '../store/transfer/read-tables';
import { shapeNamed } from '../store/transfer/tables';

/** How the store reads a row of each; stories have findings of their own. */
const READERS: { readonly [Table in keyof Tables]?: (row: never) => unknown } = {
  meta: (row: Tables['meta']) => (row.key === 'calendar' ? calendarOf(row) : null),
  frameworks: frameworkOf,
  programmes: programmeOf,
  collectors: collectorOf,
  members: roleOf,
  invitations: invitationOf,
  regions: regionOf,
  pattern_names: patternNameOf,
  releases: releaseOf,
  readings: readingOf,
  restricted_copies: earlierRevisionOf,
  help_requests: helpRequestOf,
  help_calls: anyHelpCallOf,
  media: fileOf,
  recordings: recordingOf,
};

/** Rows that are not what was stored: with another hash, or such as nobody stores. */
export async function* rowFindings({ accounts }: Pick<Services, 'accounts'>): AsyncGenerator<string> {
  for (const [table, read] of Object.entries(READERS)) {
    for await (const page of pagesOf(accounts.db, shapeNamed(table))) {
      for (const row of page) {
        const place = placeDamaged(() => read(row as never)); // a row of that table, by its shape
        if (place !== null) yield notAsStored(place);
      }
    }
  }
}

export function notAsStored(place: string): string {
  return `${place}: this is not what was stored`;
}

/** Null when it can be read. */
export function placeDamaged(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    const place = damagedPlace(error);
    if (place === null) throw error;
    return place;
  }
}
