import { recordingResponse } from '$lib/server/recordings/recording-response';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, request }) =>
  recordingResponse(services(), params.programme, params.hash, request.headers.get('range'));
