import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import { heldIn, readableState } from '../explore/readable';
import { makeFolder } from '../make-folder';
import { mediaOf } from '../media/media';
import { writeWhole } from '../operations/write-file';
import type { Services } from '../services';
import { storyLine } from './story-line';

const PAGE = 500;

/** What was written, each with the SHA-256 of what lies there. */
export interface ProgrammeExported {
  readonly stories: number;
  readonly readable: number;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** `<slug>-stories.ndjson`, and the files of readable stories as `files/<hash>`. */
export async function exportProgramme(
  services: Services,
  programme: Programme,
  framework: Framework,
  folder: string,
): Promise<ProgrammeExported> {
  const { store } = services;
  const { slug } = programme;
  const held = await heldIn(store, programme);
  const files = new Set<string>();
  let stories = 0;
  let readable = 0;
  async function* lines(): AsyncGenerator<string> {
    for (let after = -1; ;) {
      const page = await store.storiesOf(slug, after, PAGE);
      let text = '';
      for (const stored of page) {
        const words = readableState(stored, held) === 2;
        if (words) {
          readable += 1;
          for (const { sha256 } of await store.filesOfStory(slug, stored.story.id)) files.add(sha256);
        }
        text += storyLine(stored, words, framework);
      }
      stories += page.length;
      yield text;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.serial;
      await setImmediate();
    }
  }
  const path = join(folder, `${slug}-stories.ndjson`);
  await writeWhole(path, lines());
  const written = [{ path, sha256: await hashOfFile(path) }];
  if (files.size > 0) makeFolder(join(folder, 'files'), 0o700);
  for (const sha256 of files) {
    const to = join(folder, 'files', sha256);
    await copyMedia(services, sha256, to);
    if ((await hashOfFile(to)) !== sha256) throw new Error(`the file ${sha256} could not be exported whole`);
    written.push({ path: to, sha256 });
  }
  return { stories, readable, files: written };
}

async function copyMedia(services: Services, sha256: string, to: string): Promise<void> {
  const { files } = mediaOf(services);
  const size = await files.size(sha256);
  if (size === null) throw new Error(`the file ${sha256} is not where it should be`);
  await pipeline(files.read(sha256, 0, size - 1), createWriteStream(`${to}.unfinished`, { mode: 0o600, flush: true }));
  await rename(`${to}.unfinished`, to);
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
