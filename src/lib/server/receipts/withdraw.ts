import { readCode } from '../../domain/programme/collector-code';
import { releasingFiles } from '../media/releasing-files';
import type { Services } from '../services';
import { hashToken } from '../token';
import { NO_PROGRAMME, programmeOf } from './look-up';
import { receiptPace, type Asked } from './receipt-pace';

export type Withdrawn = { readonly kind: 'withdrawn' } | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Takes back whatever the receipt stands for, arrived or not, and says the same in every case. Into the journal first:
 * what it holds is done again at the next start, so that a failure between the two loses nothing.
 * @param token of a device that told stories for this collector: paced by it instead of by address
 */
export async function withdraw(services: Services, asked: Asked, token: string | null): Promise<Withdrawn> {
  const { store, journal, now } = services;
  const pace = await paceOf(services, asked, token);
  if (pace.wait !== null) return { kind: 'wait', seconds: pace.wait };
  const programme = await programmeOf(store, asked.code);
  const { receipt } = asked;
  const found = await store.storyOfReceipt(programme, receipt);
  if (found === null) pace.missed();
  const known = await store.withdrawn(programme, receipt);
  if (known || programme === NO_PROGRAMME) return { kind: 'withdrawn' };
  const entry = { programme, receipt, at: now() };
  await journal.append(entry);
  // Asked again: it may have arrived meanwhile, with files.
  const arrived = found ?? (await store.storyOfReceipt(programme, receipt));
  await releasingFiles(services, programme, arrived === null ? [] : [arrived.id], () => store.withdraw(entry));
  return { kind: 'withdrawn' };
}

async function paceOf({ store, limits, now }: Services, asked: Asked, token: string | null) {
  const at = now();
  const tokenHash = token === null ? null : hashToken(token);
  const collector = tokenHash === null ? null : await store.collectorOfToken(tokenHash);
  if (tokenHash === null || collector === null || collector.code !== readCode(asked.code)) {
    return receiptPace(limits, asked, at);
  }
  const taken = limits.withdrawalsByToken.take(tokenHash, at);
  return { wait: taken.kind === 'wait' ? Math.ceil(taken.seconds) : null, missed: () => undefined };
}
