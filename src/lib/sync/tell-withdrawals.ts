import type { Collectors } from '../device/device';
import type { Kept } from '../device/kept';
import type { Answer } from '../protocol/client/call-api';
import type { ReceiptRequest, WithdrawResponse } from '../protocol/receipts';
import type { Hindrance } from './verdict';

export type Withdraw = (asked: ReceiptRequest, token: string | null) => Promise<Answer<WithdrawResponse>>;

interface World {
  collectors: Pick<Collectors, 'get'>;
  withdraw: Withdraw;
  done: (id: string) => Promise<Kept<void>>;
}

/**
 * Tells the server of every story that was taken back, until it says that it knows: closed and revoked collectors too,
 * and for ever. One that the server breaks on holds up no other.
 * @returns what hindered the last one that could not be told; null when all were
 */
export async function tellWithdrawals(
  waiting: readonly { id: string; collector: string; receipt: string }[],
  { collectors, withdraw, done }: World,
): Promise<{ because: Hindrance; afterMs: number | null } | null> {
  let hindered: { because: Hindrance; afterMs: number | null } | null = null;
  for (const { id, collector, receipt } of waiting) {
    const known = await collectors.get(collector);
    const token = known.kind === 'kept' ? (known.value?.token ?? null) : null;
    const answer = await withdraw({ code: collector, receipt }, token);
    if (answer.kind === 'answered') {
      if ((await done(id)).kind !== 'kept') hindered = { because: 'storage', afterMs: null };
      continue;
    }
    hindered = hindranceOf(answer);
    // Nobody answers, or asks for patience: the others would hear the same.
    if (hindered.because !== 'server_fault') return hindered;
  }
  return hindered;
}

function hindranceOf(answer: Exclude<Answer<unknown>, { kind: 'answered' }>): {
  because: Hindrance;
  afterMs: number | null;
} {
  switch (answer.kind) {
    case 'refused': {
      const patience = answer.status === 429 || answer.status === 503 || answer.status === 507;
      return { because: patience ? 'busy' : 'server_fault', afterMs: answer.retryAfterMs };
    }
    case 'not_understood':
      return { because: 'not_understood', afterMs: answer.retryAfterMs };
    case 'unreachable':
    case 'timed_out':
    case 'cancelled':
      return { because: answer.kind, afterMs: null };
  }
}
