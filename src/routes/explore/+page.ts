import { loadProgrammes } from '$lib/explore/load-programmes';
import type { PageLoad } from './$types';

/** Shown to staff who are signed in: nothing to render before the browser has asked who they are. */
export const ssr = false;

export const load: PageLoad = async ({ fetch }) => ({ answer: await loadProgrammes(fetch) });
