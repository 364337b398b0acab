import { ProblemSchema, type ProblemKind } from '../../protocol/problem';
import { uploadProblem } from './file-answers';

/** What the protocol's own refusals mean here; their status stays, since clients of tus go by it. */
const KIND_OF_STATUS: Readonly<Record<number, ProblemKind>> = {
  403: 'not_allowed',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  413: 'too_large',
  423: 'busy',
};
/** Nothing but same-origin pages of ours ask: no header of cross-origin sharing is sent. */
const CORS = /^access-control-/;

/** A tus answer as our API speaks: every refusal a Problem or a FileAnswer, as JSON, never stored by a cache. */
export async function inOurShape(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const name of [...headers.keys()]) if (CORS.test(name)) headers.delete(name);
  headers.set('cache-control', 'no-store');
  headers.delete('content-length');
  const text = await response.text();
  const { status } = response;
  if (status < 400 && !text.startsWith('{')) return new Response(null, { status, headers });
  const kind = KIND_OF_STATUS[status] ?? (status < 500 ? 'bad_request' : 'server_fault');
  const body = text.startsWith('{') ? text : uploadProblem(kind, undefined, status).body;
  headers.set('content-type', 'application/json');
  const problem = ProblemSchema.safeParse(JSON.parse(body));
  const seconds = problem.success ? problem.data.retryAfterSeconds : undefined;
  if (seconds !== undefined) headers.set('retry-after', String(seconds));
  return new Response(body, { status, headers });
}
