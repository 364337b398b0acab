import { HelpCallSchema } from '../../protocol/help-call';
import type { ProblemKind } from '../../protocol/problem';
import type { Services } from '../services';
import { hashToken } from '../token';

export type HelpCallAnswer =
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'problem'; readonly problem: ProblemKind; readonly retryAfterSeconds?: number };

/** Takes a call for help from whoever may send stories; nothing about it waits for a reading or a consent. */
export async function acceptHelpCall(
  { store, now, limits }: Pick<Services, 'store' | 'now' | 'limits'>,
  token: string | null,
  body: unknown,
): Promise<HelpCallAnswer> {
  if (token === null) return { kind: 'problem', problem: 'token_not_valid' };
  const tokenHash = hashToken(token);
  const collector = await store.collectorOfToken(tokenHash);
  if (collector === null || collector.revoked) return { kind: 'problem', problem: 'token_not_valid' };
  const pace = limits.helpCallsByToken.take(tokenHash, now());
  if (pace.kind === 'wait') return { kind: 'problem', problem: 'too_many_tries', retryAfterSeconds: pace.seconds };
  const call = HelpCallSchema.safeParse(body);
  if (!call.success || call.data.sealed.programme !== collector.programme) {
    return { kind: 'problem', problem: 'bad_request' };
  }
  // Nobody reads there any more: the device says so at once, and turns to whoever is near.
  const programme = await store.programme(collector.programme);
  if (programme?.state === 'closed') return { kind: 'problem', problem: 'collector_closed' };
  await store.addHelpCall(collector.programme, { ...call.data, at: now() });
  return { kind: 'stored', id: call.data.id };
}
