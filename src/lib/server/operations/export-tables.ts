import { isAbsolute, join } from 'node:path';
import * as z from 'zod';
import { SlugSchema } from '../../domain/identifiers';
import { operation } from '../admin/operation';
import { currentRelease } from '../disclosure/current-release';
import { releaseCsv, releaseCsvNotes } from '../disclosure/release-csv';
import { makeFolder } from '../make-folder';
import type { Services } from '../services';
import { codeOf } from '../error-code';
import { refused, type Refused } from './refused';
import { writeWhole } from './write-file';

export interface TablesExported {
  readonly kind: 'tables_exported';
  readonly quarter: string;
  readonly tables: number;
  readonly files: readonly string[];
}

const InputSchema = z.object({ programme: SlugSchema, folder: z.string().refine(isAbsolute, 'an absolute path') });

/** Writes the released tables, `<programme>-tables.csv`, and what must be read with them, `<programme>-tables-notes.csv`. */
export const exportTables = operation({
  name: 'export-tables',
  input: InputSchema,
  run: (services, input): Promise<TablesExported | Refused> => perform(services, input),
});

async function perform(services: Services, input: z.infer<typeof InputSchema>): Promise<TablesExported | Refused> {
  const { store, now } = services;
  const programme = await store.programme(input.programme);
  if (programme === null) return refused(`There is no programme ${input.programme}.`);
  const framework = await store.framework(programme.framework);
  if (framework === null) return refused(`The framework of ${input.programme} is not published here.`);
  const { release, hash, next } = await currentRelease(services, programme, framework);
  if (release === null || hash === null)
    return refused(`Nothing is released of ${input.programme} yet: too few stories. The next can come on ${next}.`);
  const files = ['tables', 'tables-notes'].map((name) => join(input.folder, `${programme.slug}-${name}.csv`));
  const [tablesFile = '', notesFile = ''] = files;
  try {
    makeFolder(input.folder);
    await writeWhole(tablesFile, [releaseCsv(release)]);
    await writeWhole(notesFile, [releaseCsvNotes(release, hash)]);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return refused(`The folder ${input.folder} cannot be written (${codeOf(error)}).`);
  }
  const subject = `${release.quarter} ${hash}`;
  await store.appendAudit({ at: now(), actor: 'cli', action: 'export.tables', programme: programme.slug, subject });
  return { kind: 'tables_exported', quarter: release.quarter, tables: release.tables.length, files };
}
