import { join } from 'node:path';
import { makeFolder } from '../make-folder';
import type { Services } from '../services';
import { mediaFolder } from './folder';
import type { MediaFiles } from './port';
import { openUploads, type Uploads } from './uploads';

/** Files of stories: where they lie, and how they come in. */
export interface Media {
  readonly files: MediaFiles;
  readonly uploads: Uploads;
}

const made = new WeakMap<Services, Media>();

/** One per services: locks of uploads are kept in memory. */
export function mediaOf(services: Services): Media {
  const known = made.get(services);
  if (known !== undefined) return known;
  const folder = join(services.settings.data, 'media');
  const unfinished = join(folder, 'uploads');
  makeFolder(folder, 0o700);
  makeFolder(unfinished, 0o700);
  const files = mediaFolder(folder, services.atRest);
  const media = { files, uploads: openUploads(services, files, unfinished) };
  made.set(services, media);
  return media;
}
