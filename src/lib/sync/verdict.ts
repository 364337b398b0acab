import type { Acknowledgement } from '../protocol/client/push-batch';
import type { Answer } from '../protocol/client/call-api';
import type { ProblemKind } from '../protocol/problem';

/** Why sending stopped for now. Everything not acknowledged stays on the device. */
export type Hindrance =
  | 'unreachable'
  | 'timed_out'
  | 'cancelled'
  /** Somebody answered, but not our server: a captive portal, a proxy. */
  | 'not_understood'
  /** The server, or a proxy before it, asked for patience. */
  | 'busy'
  /** The server broke on it. */
  | 'server_fault'
  /** The server no longer knows this version's messages: the app has to be brought up to date. */
  | 'unsupported_version'
  /** The collector is closed or its code unknown: its stories wait, and somebody should be told. */
  | 'link_closed'
  /** The whole answer came, without a word about some stories. */
  | 'not_acknowledged'
  /** This device could not read or write its own store. */
  | 'storage';

/**
 * What an answer to a batch means for it.
 *
 * | verdict | batch | pass |
 * |---|---|---|
 * | acknowledged | settled story by story | goes on |
 * | too_large | halved; a single story is refused here, with a reason | goes on |
 * | fault | halved if a story is suspected, to find the one the server breaks on | goes on or stops |
 * | spent_token | offered again with a new token, once | goes on |
 * | closed | waits | goes on with other collectors |
 * | stop | waits | stops |
 */
export type Verdict =
  | { kind: 'acknowledged'; acknowledgement: Acknowledgement; serverTime: number | null }
  | { kind: 'too_large' }
  | { kind: 'fault' }
  | { kind: 'spent_token' }
  | { kind: 'closed' }
  | { kind: 'stop'; because: Hindrance; afterMs: number | null };

/** A verdict on an answer that acknowledges nothing. */
type Judged = Exclude<Verdict, { kind: 'acknowledged' }>;

/** Judges the answer to one batch by what it says, never by whether the browser believes to be online. */
export function verdictOf(answer: Answer<Acknowledgement>): Verdict {
  switch (answer.kind) {
    case 'answered':
      return { kind: 'acknowledged', acknowledgement: answer.value, serverTime: answer.serverTime };
    case 'unreachable':
    case 'timed_out':
    case 'cancelled':
      return { kind: 'stop', because: answer.kind, afterMs: null };
    case 'not_understood':
      return ofStatus(answer.status, answer.retryAfterMs);
    case 'refused':
      break;
  }
  return ofProblem(answer.problem.kind, answer.status, answer.retryAfterMs);
}

/** What a refusal in our own words means; the same for stories and for files. */
export function ofProblem(kind: ProblemKind, status: number, retryAfterMs: number | null): Judged {
  switch (kind) {
    case 'too_large':
      return { kind: 'too_large' };
    case 'token_not_valid':
    case 'not_signed_in':
      return { kind: 'spent_token' };
    case 'collector_closed':
    case 'unknown_code':
    case 'not_allowed':
      return { kind: 'closed' };
    case 'unsupported_version':
      return { kind: 'stop', because: 'unsupported_version', afterMs: retryAfterMs };
    case 'too_many_tries':
    case 'busy':
    case 'storage_full':
      return { kind: 'stop', because: 'busy', afterMs: retryAfterMs };
    case 'bad_request':
    case 'not_found':
    case 'conflict':
    case 'server_fault':
      return status === 404 ? { kind: 'stop', because: 'not_understood', afterMs: retryAfterMs } : { kind: 'fault' };
  }
}

/** An answer that is not one of our messages still carries a status: proxies speak for a server that cannot. */
export function ofStatus(status: number, afterMs: number | null): Judged {
  if (status === 413) return { kind: 'too_large' };
  if (status === 500) return { kind: 'fault' };
  if ([429, 502, 503, 504].includes(status)) return { kind: 'stop', because: 'busy', afterMs };
  return { kind: 'stop', because: 'not_understood', afterMs };
}
