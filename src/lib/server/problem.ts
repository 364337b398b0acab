import { PROBLEM_STATUS, type Problem, type ProblemKind } from '../protocol/problem';
import { codeOf } from './error-code';
import { storeFailureOf } from './store/failure';

/** For people without a screen; screens choose their own words by `kind`. */
const MESSAGES: Readonly<Record<ProblemKind, string>> = {
  bad_request: 'The request could not be understood.',
  too_large: 'The request is too large. Send less at once.',
  unsupported_version: 'This version of the app is too old for the server. Reload it; nothing on the device is lost.',
  not_signed_in: 'Please sign in.',
  not_allowed: 'You are not allowed to do this.',
  not_found: 'There is nothing here.',
  unknown_code: 'No collector has this code. Check it and try again.',
  collector_closed: 'This collector is closed.',
  token_not_valid:
    'This device is not known to the collector any more. Open its link again; stories on the device stay.',
  too_many_tries: 'Too many tries. Wait a moment and try again.',
  busy: 'The server is busy. Nothing is lost; try again in a moment.',
  storage_full: 'The server has no room left. Nothing was stored; stories stay on the device.',
  conflict: 'Something else was saved in the meantime.',
  server_fault: 'Something went wrong on the server. Nothing on the device is lost; try again later.',
};

/** The one shape in which the API refuses. */
export function problem(kind: ProblemKind, message: string = MESSAGES[kind], retryAfterSeconds?: number): Response {
  const body: Problem = { kind, message, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  const headers = new Headers({ 'cache-control': 'no-store' });
  // What is left of a body too large to read must not be taken for the next request.
  if (kind === 'too_large') headers.set('connection', 'close');
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  return Response.json(body, { status: PROBLEM_STATUS[kind], headers });
}

/** More waits to be written than is meant to: in moments there is room again. */
export function busyProblem(): Response {
  return problem('busy', undefined, 2);
}

/** What the store or the journal beside it failed of, as an answer that a device waits after and asks again; null for a fault of ours. */
export function storeProblem(error: unknown): Response | null {
  // The journal's file says it in the words of the system.
  if (codeOf(error) === 'ENOSPC') return problem('storage_full', undefined, 60);
  switch (storeFailureOf(error)) {
    case 'storage_full':
      return problem('storage_full', undefined, 60);
    case 'store_unavailable':
      return problem('busy', undefined, 10);
    case 'store_busy':
      return busyProblem();
    case 'programme_closed':
      return problem('collector_closed');
    case null:
      return null;
  }
}

/** The words alone, for errors that Kit turns into a page or an answer itself. */
export function problemMessage(kind: ProblemKind): string {
  return MESSAGES[kind];
}
