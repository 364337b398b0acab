import { mediaOf } from '$lib/server/media/media';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

const handle: RequestHandler = ({ request }) => mediaOf(services()).uploads.handle(request);

export const POST = handle;
export const HEAD = handle;
export const PATCH = handle;
