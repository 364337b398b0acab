import { publicProgrammes } from '$lib/server/access/public-programmes';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
  Response.json(await publicProgrammes(services().store), { headers: { 'cache-control': 'no-cache' } });
