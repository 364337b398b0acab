import type { Collectors } from '../device/device';
import type { Answer } from '../protocol/client/call-api';
import type { ExchangeResponse } from '../protocol/exchange';
import type { Hindrance } from './verdict';

export type Token =
  | { kind: 'token'; token: string }
  | { kind: 'closed' }
  | { kind: 'stop'; because: Hindrance; afterMs: number | null };

/**
 * The token that may write stories for this collector, and for no other: a queue is never sent under somebody else's
 * link (rocicorp/mono, Replicache PR 810). The kept one, or a new one for the collector's code.
 * @param spent the token the server has just refused
 */
export async function captureToken(
  collectors: Collectors,
  exchange: (code: string) => Promise<Answer<ExchangeResponse>>,
  code: string,
  spent: string | null,
): Promise<Token> {
  if (spent !== null) await collectors.forgetToken(code, spent);
  const known = await collectors.get(code);
  if (known.kind === 'kept' && known.value?.token != null && known.value.token !== spent) {
    return { kind: 'token', token: known.value.token };
  }
  const answer = await exchange(code);
  switch (answer.kind) {
    case 'answered':
      // Not being able to keep it costs one more exchange next time, and no story.
      await collectors.keep(answer.value.collector, answer.value.token);
      return { kind: 'token', token: answer.value.token };
    case 'refused':
      if (answer.problem.kind === 'unknown_code' || answer.problem.kind === 'collector_closed')
        return { kind: 'closed' };
      return { kind: 'stop', because: 'busy', afterMs: answer.retryAfterMs };
    case 'not_understood':
      return { kind: 'stop', because: 'not_understood', afterMs: answer.retryAfterMs };
    case 'unreachable':
    case 'timed_out':
    case 'cancelled':
      return { kind: 'stop', because: answer.kind, afterMs: null };
  }
}
