import type { Kysely } from 'kysely';
import * as z from 'zod';
import type { SentHelp } from '../../../domain/story/draft';
import { SealedSchema } from '../../../domain/story/sealed';
import { SharingSchema } from '../../../domain/story/sharing';
import { StorySchema, withLoweredSharing, type Story } from '../../../domain/story/story';
import type { Outcome } from '../../../protocol/push';
import { storedJson, storedMoment, storedValue } from '../damaged';
import type { Store, StoredStory } from '../port';
import { acceptBatches } from './accept-stories';
import { waiting, weightOf, type Waiting } from './arrivals';
import { GroupCommit } from './group-commit';
import { placeOf, storyOf } from './story-of';
import type { Tables } from './tables';

type Stories = Pick<
  Store,
  | 'acceptStories'
  | 'busy'
  | 'countStories'
  | 'countStoriesFrom'
  | 'knownStories'
  | 'storiesOf'
  | 'storiesBySerial'
  | 'story'
  | 'earlierRevisions'
  | 'queue'
>;

/** 64 batches share one flush to the disk; what waits is what a process writes in some seconds, and little memory. */
const BOUNDS = { together: 64, works: 512, weight: 32 * 1024 * 1024, weigh: weightOf };
const ReadingStateSchema = z.enum(['unread', 'clear', 'concern']);

export function storiesIn(db: Kysely<Tables>): Stories {
  const commits = new GroupCommit<Waiting, Outcome[]>((batches) => acceptBatches(db, batches), BOUNDS);
  const every = () =>
    db
      .selectFrom('stories')
      .select([
        'stories.programme_id',
        'stories.serial',
        'stories.body',
        'stories.hash',
        'stories.received_at',
        'stories.reading',
        'stories.amended_at',
        'stories.lowered',
        'stories.withdrawn_at',
      ]);
  /** All but those taken back, of which copies are kept for the safeguarding role. */
  const plain = () => every().where('stories.withdrawn_at', 'is', null);
  const withHelp = () =>
    every()
      .leftJoin('help_requests', (join) =>
        join
          .onRef('help_requests.programme_id', '=', 'stories.programme_id')
          .onRef('help_requests.story_id', '=', 'stories.id'),
      )
      .select(['help_requests.wanted', 'help_requests.contact', 'help_requests.sealed']);
  return {
    acceptStories: (batch, receivedAt) => commits.submit(waiting(batch, receivedAt)),
    busy: () => commits.full,
    async countStories(programme) {
      const row = await db
        .selectFrom('stories')
        .select((expression) => expression.fn.countAll<number>().as('count'))
        .where('programme_id', '=', programme)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async countStoriesFrom({ programme, code }) {
      const row = await db
        .selectFrom('stories')
        .select((expression) => expression.fn.countAll<number>().as('count'))
        .where('programme_id', '=', programme)
        .where('collector', '=', code)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async knownStories(programme, ids) {
      if (ids.length === 0) return new Set();
      const rows = await db
        .selectFrom('stories')
        .select('id')
        .where('programme_id', '=', programme)
        .where('id', 'in', ids)
        .unionAll(
          db
            .selectFrom('withdrawals')
            .select((row) => row.ref('story_id').$notNull().as('id'))
            .where('programme_id', '=', programme)
            .where('story_id', 'in', ids),
        )
        .unionAll(
          db
            .selectFrom('erasures')
            .select('story_id as id')
            .where('programme_id', '=', programme)
            .where('story_id', 'in', ids),
        )
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
    async storiesOf(programme, afterSerial, limit) {
      const rows = await plain()
        .where('stories.programme_id', '=', programme)
        .where('stories.serial', '>', afterSerial)
        .orderBy('stories.serial')
        .limit(limit)
        .execute();
      return rows.map(storedStoryOf);
    },
    async storiesBySerial(programme, serials) {
      if (serials.length === 0) return [];
      const rows = await plain()
        .where('stories.programme_id', '=', programme)
        .where('stories.serial', 'in', [...serials])
        .orderBy('stories.serial')
        .execute();
      return rows.map(storedStoryOf);
    },
    async story(programme, id) {
      const row = await withHelp()
        .where('stories.programme_id', '=', programme)
        .where('stories.id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : storedStoryOf(row);
    },
    async earlierRevisions(programme, id) {
      const rows = await db
        .selectFrom('restricted_copies')
        .selectAll()
        .where('programme_id', '=', programme)
        .where('story_id', '=', id)
        .orderBy('revision')
        .execute();
      return rows.map(earlierRevisionOf);
    },
    async queue(programme) {
      const rows = await withHelp()
        .where('stories.programme_id', '=', programme)
        .where('stories.reading', '<>', 'clear')
        .orderBy('stories.serial')
        .execute();
      return rows.map(storedStoryOf);
    },
  };
}

interface HelpRow {
  readonly wanted?: number | null;
  readonly contact?: string | null;
  readonly sealed?: string | null;
}

interface StoryRow extends HelpRow {
  readonly programme_id: string;
  readonly serial: number;
  readonly body: string;
  readonly hash: string;
  readonly received_at: string;
  readonly reading: string;
  readonly amended_at: string | null;
  readonly lowered: string | null;
  readonly withdrawn_at: string | null;
}

export function storedStoryOf(row: StoryRow): StoredStory {
  const place = placeOf(row);
  return {
    serial: row.serial,
    story: withLoweredSharing(
      storyOf(row),
      row.lowered === null ? null : storedValue(place, SharingSchema, row.lowered),
    ),
    receivedAt: storedMoment(place, row.received_at),
    amendedAt: row.amended_at === null ? null : storedMoment(place, row.amended_at),
    withdrawn: row.withdrawn_at !== null,
    reading: storedValue(place, ReadingStateSchema, row.reading),
    help: helpOf(place, row),
  };
}

export function earlierRevisionOf({ programme_id, story_id, body }: Tables['restricted_copies']): Story {
  return storedJson(`restricted_copies of ${story_id} of ${programme_id}`, StorySchema, body);
}

export function helpRequestOf({ programme_id, story_id, ...help }: Tables['help_requests']): SentHelp | null {
  return helpOf(`help_requests of ${story_id} of ${programme_id}`, help);
}

function helpOf(place: string, { wanted, contact, sealed }: HelpRow): SentHelp | null {
  if (typeof wanted !== 'number') return null;
  return {
    wanted: wanted === 1,
    contact: contact ?? null,
    ...(typeof sealed === 'string' ? { sealed: storedJson(place, SealedSchema, sealed) } : {}),
  };
}
