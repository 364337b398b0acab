import { loadHead } from '$lib/explore/load-head';
import type { LayoutLoad } from './$types';

/** Canvases, a worker and record-level columns: all of it lives in the browser. */
export const ssr = false;

export const load: LayoutLoad = async ({ params, fetch }) => ({
  slug: params.programme,
  answer: await loadHead(params.programme, fetch),
});
