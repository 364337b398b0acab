import { AudienceSchema } from '$lib/domain/audience';
import { FrameworkRefSchema } from '$lib/domain/framework/framework-ref';
import { problem } from '$lib/server/problem';
import { recordingList } from '$lib/server/recordings/recording-lists';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const framework = FrameworkRefSchema.safeParse({ id: params.framework, version: Number(params.version) });
  const audience = AudienceSchema.safeParse(params.audience);
  if (!framework.success || !audience.success) return problem('not_found');
  const found = await recordingList(services().store, params.programme, framework.data, audience.data, params.locale);
  if (found === null) return problem('not_found');
  // With its own stamp the answer never changes; with another it is what holds now.
  const lasts = url.searchParams.get('stamp') === found.stamp;
  const cacheControl = lasts ? 'public, max-age=31536000, immutable' : 'no-store';
  return Response.json(found.list, { headers: { 'cache-control': cacheControl } });
};
