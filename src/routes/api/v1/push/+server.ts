import { answerPush } from '$lib/server/accept/answer-push';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Where the outer server is not there (`vite dev`), and for browsers that do not say where they come from (http/direct-push.ts). */
export const POST: RequestHandler = ({ request }) => answerPush(services(), request);
