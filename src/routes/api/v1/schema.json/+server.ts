import { wireSchema } from '$lib/server/wire-schema';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
  Response.json(wireSchema(), { headers: { 'cache-control': 'public, max-age=300' } });
