import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import * as z from 'zod';
import { SlugSchema } from '../../domain/identifiers';
import type { Programme } from '../../domain/programme/programme';
import { operation } from '../admin/operation';
import { erasureOf } from '../closure/erase-programme';
import { hashOfFile, exportProgramme, type ProgrammeExported } from '../closure/export-programme';
import { counted } from '../counted';
import { codeOf } from '../error-code';
import { makeFolder } from '../make-folder';
import type { Services } from '../services';
import { exportCsv } from './export-csv';
import { refused, type Refused } from './refused';
import { writeWhole } from './write-file';

export interface Closed {
  readonly kind: 'closed';
  readonly exported: number;
  readonly erased: number;
  readonly restricted: number;
  readonly report: string;
}

const InputSchema = z.object({
  programme: SlugSchema,
  folder: z.string().refine(isAbsolute, 'an absolute path'),
  /** The slug, as somebody typed it once more. */
  confirmed: z.string(),
  /** Also where stories wait that nobody has read. */
  unread: z.boolean().default(false),
});

/**
 * Closes a programme: it takes nothing any more, is exported, and what was told is erased. Broken off anywhere it may be
 * asked again, with another folder: what is left is exported and erased then.
 */
export const close = operation({
  name: 'close',
  input: InputSchema,
  run: (services, input): Promise<Closed | Refused> => perform(services, input),
});

async function perform(services: Services, input: z.infer<typeof InputSchema>): Promise<Closed | Refused> {
  const { store, now } = services;
  const programme = await store.programme(input.programme);
  if (programme === null) return refused(`There is no programme ${input.programme}.`);
  const { slug } = programme;
  if (input.confirmed !== slug)
    return refused(`Nothing was changed: to close ${slug} and erase what was told in it, type its name, ${slug}.`);
  const framework = await store.framework(programme.framework);
  if (framework === null) return refused(`The framework of ${slug} is not published here.`);
  const waiting = await whoWaits(services, programme, input.unread);
  if (waiting !== null) return waiting;
  const { folder } = input;
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return refused(`The folder ${folder} is not empty: name a new one, so that no earlier export is written over.`);

  const before = programme.state;
  await store.saveProgramme({ ...programme, state: 'closed' });
  const exported = await exportOrReason(services, { ...programme, state: 'closed' }, framework, folder);
  if (exported.kind === 'refused') {
    await store.saveProgramme({ ...programme, state: before });
    return exported;
  }
  const { report, erased } = await erasureOf(services, programme, exported.files);
  const path = join(folder, `${slug}-erasure.json`);
  await writeWhole(path, [`${JSON.stringify(report, null, 2)}\n`]);
  const subject = `report ${await hashOfFile(path)}`;
  await store.appendAudit({ at: now(), actor: 'cli', action: 'programme.closed', programme: slug, subject });
  const { stories } = exported;
  return {
    kind: 'closed',
    exported: stories,
    erased: erased.erased.length,
    restricted: erased.restricted.length,
    report: path,
  };
}

/** Nobody's call for help is erased unheard. */
async function whoWaits({ store }: Services, { slug, origin }: Programme, unread: boolean): Promise<Refused | null> {
  const calls = (await store.helpCallsOf(slug)).length;
  const queue = await store.queue(slug);
  const asking = queue.filter(({ reading, help }) => reading === 'unread' && help?.wanted === true).length;
  if (calls + asking > 0)
    return refused(
      `Nothing was changed: ${counted(calls + asking, 'person', 'people')} in ${slug} asked for help and nobody has answered. Answer in Care first.`,
    );
  const waiting = queue.filter(({ reading }) => reading === 'unread').length;
  if (waiting === 0 || unread || origin !== 'told') return null;
  return refused(
    `Nothing was changed: nobody has read ${counted(waiting, 'story', 'stories')} of ${slug}. Read what waits in Care first, or say --unread-too.`,
  );
}

async function exportOrReason(
  services: Services,
  programme: Programme,
  framework: Parameters<typeof exportProgramme>[2],
  folder: string,
): Promise<({ kind: 'exported' } & ProgrammeExported) | Refused> {
  try {
    makeFolder(folder, 0o700);
    const csv = (await exportCsv.run(services, { programme: programme.slug, folder })) as CsvExported | Refused; // typed inside, unknown outside
    if (csv.kind === 'refused') return csv;
    const { files, ...counts } = await exportProgramme(services, programme, framework, folder);
    const tables = await Promise.all(csv.files.map(async (path) => ({ path, sha256: await hashOfFile(path) })));
    return { kind: 'exported', ...counts, files: [...tables, ...files] };
  } catch (error) {
    const reason = codeOf(error) || (error instanceof Error ? error.message : 'unknown');
    return refused(`Nothing was erased: the export to ${folder} failed (${reason}).`);
  }
}

type CsvExported = { readonly kind: 'exported'; readonly files: readonly string[] };
