import { createHash } from 'node:crypto';
import { StorySchema } from '../../domain/story/story';
import type { Services } from '../services';
import { storedStoryOf } from '../store/sql/stories';
import { pagesOf } from '../store/transfer/read-tables';
import type { Row } from '../store/transfer/rows';
import { shapeNamed } from '../store/transfer/tables';
import { placeDamaged } from './row-findings';

/** Stories whose words are not those that arrived, or cannot be read, or have no key. */
export async function* storyFindings({ accounts }: Services, counts: { stories: number }): AsyncGenerator<string> {
  for await (const page of pagesOf(accounts.db, shapeNamed('stories'))) {
    for (const row of page) {
      counts.stories += 1;
      const wrong = wrongWith(row);
      if (wrong !== null) yield `story ${String(row['id'])} of ${String(row['programme_id'])}: ${wrong}`;
    }
  }
}

function wrongWith(row: Row): string | null {
  const { id, programme_id, body, hash, content_key } = row;
  const text = String(body);
  if (createHash('sha256').update(text).digest('hex') !== hash) return 'its words differ from its hash';
  const story = StorySchema.safeParse(JSON.parse(text));
  if (!story.success) return 'it cannot be read by this version';
  if (story.data.id !== id || story.data.programme !== programme_id) return 'it lies under another number or programme';
  const beside = placeDamaged(() => storedStoryOf(row as never)); // a row of that table, by its shape
  if (beside !== null) return 'its dates, sharing or reading are not what was stored';
  return /^[0-9a-f]{64}$/.test(String(content_key)) ? null : 'it has no key, so that no backup can hold it';
}
