import { answerEdition } from '$lib/server/editions';
import { hasEtag } from '$lib/server/http/compress';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request }) => {
  const { framework, version, audience } = params;
  const edition = await answerEdition(services().store, framework, version, audience, url.searchParams.get('locale'));
  if (edition === null) return problem('not_found');
  const headers = { 'cache-control': 'public, max-age=31536000, immutable', etag: edition.etag };
  if (hasEtag(request, edition.etag)) return new Response(null, { status: 304, headers });
  return new Response(edition.body, { headers: { ...headers, 'content-type': 'application/json' } });
};
