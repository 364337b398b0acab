import { loadHead } from '$lib/explore/load-head';
import type { PageLoad } from './$types';

/** Canvases, a worker and record-level columns: all of it lives in the browser. */
export const ssr = false;

export const load: PageLoad = async ({ params, fetch }) => ({
  slug: params.programme,
  answer: await loadHead(params.programme, fetch),
});
