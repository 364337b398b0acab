import { readCode } from '../../domain/programme/collector-code';
import type { Services } from '../services';
import { hashToken } from '../token';
import { NO_PROGRAMME, programmeOf } from './look-up';
import { receiptPace, type Asked } from './receipt-pace';

export type Withdrawn = { readonly kind: 'withdrawn' } | { readonly kind: 'wait'; readonly seconds: number };

type Parts = Pick<Services, 'store' | 'limits' | 'journal' | 'now'>;

/**
 * Takes back whatever the receipt stands for, arrived or not, and says the same in every case. Into the journal first:
 * what it holds is done again at the next start, so that a failure between the two loses nothing.
 * @param token of a device that told stories for this collector: paced by it instead of by address
 */
export async function withdraw(parts: Parts, asked: Asked, token: string | null): Promise<Withdrawn> {
  const { store, journal, now } = parts;
  const pace = await paceOf(parts, asked, token);
  if (pace.wait !== null) return { kind: 'wait', seconds: pace.wait };
  const programme = await programmeOf(store, asked.code);
  const { receipt } = asked;
  if ((await store.storyOfReceipt(programme, receipt)) === null) pace.missed();
  const known = await store.withdrawn(programme, receipt);
  if (known || programme === NO_PROGRAMME) return { kind: 'withdrawn' };
  const entry = { programme, receipt, at: now() };
  await journal.append(entry);
  await store.withdraw(entry);
  return { kind: 'withdrawn' };
}

async function paceOf({ store, limits, now }: Parts, asked: Asked, token: string | null) {
  const at = now();
  const tokenHash = token === null ? null : hashToken(token);
  const collector = tokenHash === null ? null : await store.collectorOfToken(tokenHash);
  if (tokenHash === null || collector === null || collector.code !== readCode(asked.code)) {
    return receiptPace(limits, asked, at);
  }
  const taken = limits.pushesByToken.take(tokenHash, at);
  return { wait: taken.kind === 'wait' ? Math.ceil(taken.seconds) : null, missed: () => undefined };
}
