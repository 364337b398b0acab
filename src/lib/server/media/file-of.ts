import type { Story } from '../../domain/story/story';
import { problem } from '../problem';
import type { Services } from '../services';
import { fileResponse } from './file-response';
import { mediaOf } from './media';

/** A file of this story, to a request that may read the story. A hash that it does not name is nothing here. */
export async function fileOf(services: Services, story: Story, sha256: string, request: Request): Promise<Response> {
  if (!story.media.some((ref) => ref.sha256 === sha256)) return problem('not_found');
  const file = await services.store.mediaOf(story.programme, sha256);
  return file === null ? problem('not_found') : fileResponse(mediaOf(services).files, file, request);
}
