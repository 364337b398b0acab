import { answerEdition } from '$lib/server/editions';
import { hasEtag } from '$lib/server/http/compress';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request }) => {
  const { framework, version, audience } = params;
  const [locale, words] = [url.searchParams.get('locale'), url.searchParams.get('words')];
  const edition = await answerEdition(services().store, { framework, version, audience, locale, words });
  if (edition === null) return problem('not_found');
  const cacheControl = edition.forGood ? 'public, max-age=31536000, immutable' : 'public, no-cache';
  const headers = { 'cache-control': cacheControl, etag: edition.etag };
  if (hasEtag(request, edition.etag)) return new Response(null, { status: 304, headers });
  return new Response(edition.body, { headers: { ...headers, 'content-type': 'application/json' } });
};
