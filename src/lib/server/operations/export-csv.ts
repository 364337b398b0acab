import { isAbsolute, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { SlugSchema } from '../../domain/identifiers';
import { csvHeader, csvMeanings, csvRow, storyColumns } from '../../interchange/csv/story-columns';
import { operation } from '../admin/operation';
import { counted } from '../counted';
import { clusterOf } from '../explore/cluster';
import { yearAndMonth } from '../explore/calendar';
import { heldIn, readableState } from '../explore/readable';
import { makeFolder } from '../make-folder';
import type { Services } from '../services';
import { codeOf } from '../error-code';
import { refused, type Refused } from './refused';
import { writeWhole } from './write-file';

export interface Exported {
  readonly kind: 'exported';
  readonly stories: number;
  readonly readable: number;
  readonly files: readonly string[];
}

const InputSchema = z.object({ programme: SlugSchema, folder: z.string().refine(isAbsolute, 'an absolute path') });

/** Writes `<programme>-stories.csv` and `<programme>-columns.csv`, readable by this user only. */
export const exportCsv = operation({
  name: 'export-csv',
  input: InputSchema,
  run: (services, input): Promise<Exported | Refused> => perform(services, input),
});

const PAGE = 500;

async function perform(services: Services, input: z.infer<typeof InputSchema>): Promise<Exported | Refused> {
  const { store, now } = services;
  const programme = await store.programme(input.programme);
  if (programme === null) return refused(`There is no programme ${input.programme}.`);
  const framework = await store.framework(programme.framework);
  if (framework === null) return refused(`The framework of ${input.programme} is not published here.`);
  const columns = storyColumns(framework, programme.areaSchemes);
  const held = await heldIn(store, programme);
  const clusters = new Map<string, number>();
  let stories = 0;
  let readable = 0;
  async function* lines(slug: string): AsyncGenerator<string> {
    yield csvHeader(columns);
    for (let after = -1; ;) {
      const page = await store.storiesOf(slug, after, PAGE);
      let text = '';
      for (const stored of page) {
        const name = clusterOf(stored);
        const cluster = clusters.get(name) ?? clusters.size;
        clusters.set(name, cluster);
        const words = readableState(stored, held) === 2;
        if (words) readable += 1;
        const { serial, story, receivedAt } = stored;
        text += csvRow(columns, { serial, month: yearAndMonth(receivedAt), cluster, readable: words, story });
      }
      stories += page.length;
      yield text;
      const last = page[page.length - 1];
      if (last === undefined || page.length < PAGE) return;
      after = last.serial;
      await setImmediate();
    }
  }
  const files = [
    join(input.folder, `${programme.slug}-stories.csv`),
    join(input.folder, `${programme.slug}-columns.csv`),
  ];
  const [storiesFile = '', columnsFile = ''] = files;
  try {
    makeFolder(input.folder);
    await writeWhole(storiesFile, lines(programme.slug));
    await writeWhole(columnsFile, [csvMeanings(columns)]);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return refused(`The folder ${input.folder} cannot be written (${codeOf(error)}).`);
  }
  const subject = `${counted(stories, 'story', 'stories')}, ${readable} with words`;
  await store.appendAudit({ at: now(), actor: 'cli', action: 'export.csv', programme: programme.slug, subject });
  return { kind: 'exported', stories, readable, files };
}
