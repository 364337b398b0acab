import type { Answer } from '../protocol/client/call-api';
import type { ProblemKind } from '../protocol/problem';

/** Why a story cannot be opened. A page says what happened, what is safe and what to do next. */
export type Trouble =
  | 'unknown_code'
  | 'collector_closed'
  | 'too_many_tries'
  | 'no_network'
  | 'server'
  /** The collector is known here but its questions are not, and there is no network. */
  | 'questions'
  /** A part of the program itself did not arrive. */
  | 'page';

/** A request that was not answered, as a trouble a teller can do something about. `absent`: what no network means here. */
export function troubleOf(answer: Exclude<Answer<unknown>, { kind: 'answered' }>, absent: Trouble): Trouble {
  switch (answer.kind) {
    case 'refused':
      return troubleOfProblem(answer.problem.kind);
    case 'not_understood':
      // Somebody answered who is not our server (a café's sign-in page), or our server behind a broken proxy.
      return answer.status >= 500 ? 'server' : absent;
    case 'unreachable':
    case 'timed_out':
    case 'cancelled':
      return absent;
  }
}

/** A refusal of the server in the few kinds a teller can do something about; one this version does not know is the server's. */
export function troubleOfProblem(kind: ProblemKind | (string & {})): Trouble {
  switch (kind) {
    case 'unknown_code':
    case 'bad_request':
    case 'not_found':
      return 'unknown_code';
    case 'collector_closed':
      return 'collector_closed';
    case 'too_many_tries':
      return 'too_many_tries';
    default:
      return 'server';
  }
}
