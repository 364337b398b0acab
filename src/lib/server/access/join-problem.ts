import { problem } from '../problem';
import type { Refused } from './join';

/** The API's answer to a link that could not be opened. */
export function joinProblem(refused: Refused): Response {
  switch (refused.kind) {
    case 'token_not_valid':
      return problem('token_not_valid', 'This link is used up or too old. Ask for a new one.');
    case 'exists':
      return problem('conflict', 'This email cannot be used for a new account. Sign in first, then open the link.');
    case 'not_signed_in':
      return problem('not_signed_in');
    case 'too_many_tries':
      return problem('too_many_tries', undefined, refused.retryAfterSeconds);
  }
}
