import type * as z from 'zod/mini';
import { ProblemSchema, type Problem } from '../problem';
import { packed, type Packed } from './gzip';
import { retryAfterMs } from './retry-after';

/**
 * What came of a request. Only `answered` means that the server did what was asked: captive portals answer 200 with a
 * page, proxies redirect, connections break in the middle of a body.
 *
 * | kind | what is known |
 * |---|---|
 * | answered | the whole answer arrived and parses as the message expected |
 * | refused | the whole answer is a Problem of our server |
 * | not_understood | somebody answered, perhaps not our server: nothing is known about what it did |
 * | unreachable | no answer: no network, connection lost, also in the middle of a body |
 * | timed_out | no whole answer in time |
 * | cancelled | the caller's signal |
 *
 * After the last four the server may have done it all the same, so every request must be harmless to repeat.
 */
export type Answer<T> =
  | { kind: 'answered'; value: T; serverTime: number | null }
  | { kind: 'refused'; status: number; problem: Problem; retryAfterMs: number | null }
  | { kind: 'not_understood'; status: number; retryAfterMs: number | null }
  | { kind: 'unreachable'; cause: unknown }
  | { kind: 'timed_out' }
  | { kind: 'cancelled' };

export interface Call<T> {
  url: string;
  /** Left out: GET. What is packed already, or being packed, goes as it is. */
  body?: string | Promise<Packed>;
  /** A capture token: sent as `Authorization: Bearer`, never in the address (ASVS 14.2.1). */
  token?: string;
  answer: z.ZodMiniType<T>;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** Replaced in tests. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** Sends one request and judges the answer; expected failure is a value. */
export async function callApi<T>(
  call: Call<T>,
  fetcher: Fetcher = (url, init) => fetch(url, init),
): Promise<Answer<T>> {
  const timeout = AbortSignal.timeout(call.timeoutMs);
  const signal = call.signal === undefined ? timeout : anyOf(call.signal, timeout);
  try {
    const response = await fetcher(call.url, await requestOf(call, signal));
    // Read inside the try: a connection cut in the middle of the body ends here.
    const text = await response.text();
    return judged(call.answer, response, text);
  } catch (cause) {
    if (call.signal?.aborted === true) return { kind: 'cancelled' };
    if (timeout.aborted) return { kind: 'timed_out' };
    return { kind: 'unreachable', cause };
  }
}

async function requestOf({ body, token }: Call<unknown>, signal: AbortSignal): Promise<RequestInit> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  const init: RequestInit = {
    headers,
    signal,
    cache: 'no-store',
    // A signed-in member of staff who tells a story must not be known by it.
    credentials: 'omit',
    // Our API never redirects: whoever does is a captive portal.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  };
  if (body === undefined) return init;
  headers['content-type'] = 'application/json';
  const { text, gzip } = await (typeof body === 'string' ? packed(body) : body);
  if (gzip !== null) headers['content-encoding'] = 'gzip';
  return { ...init, method: 'POST', body: gzip ?? text };
}

function judged<T>(answer: z.ZodMiniType<T>, response: Response, text: string): Answer<T> {
  const { status } = response;
  const json = parsedJson(text);
  const serverTime = dateOf(response);
  if (response.ok) {
    const parsed = answer.safeParse(json);
    if (parsed.success) return { kind: 'answered', value: parsed.data, serverTime };
    return { kind: 'not_understood', status, retryAfterMs: null };
  }
  const wait = retryAfterMs(response.headers.get('retry-after'), serverTime);
  const problem = ProblemSchema.safeParse(json);
  if (!problem.success) return { kind: 'not_understood', status, retryAfterMs: wait };
  const seconds = problem.data.retryAfterSeconds;
  return {
    kind: 'refused',
    status,
    problem: problem.data,
    retryAfterMs: wait ?? (seconds === undefined ? null : seconds * 1000),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a page, or half a message: no schema takes it
  }
}

function dateOf(response: Response): number | null {
  const time = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(time) ? null : time;
}

/** AbortSignal.any is missing in Safari before 17.4. */
function anyOf(first: AbortSignal, second: AbortSignal): AbortSignal {
  if (typeof AbortSignal.any === 'function') return AbortSignal.any([first, second]);
  const both = new AbortController();
  for (const signal of [first, second]) {
    if (signal.aborted) both.abort(signal.reason);
    signal.addEventListener('abort', () => both.abort(signal.reason), { once: true });
  }
  return both.signal;
}
