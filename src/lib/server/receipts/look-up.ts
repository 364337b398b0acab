import { readCode } from '../../domain/programme/collector-code';
import type { Sharing } from '../../domain/story/sharing';
import type { ReceiptResponse } from '../../protocol/receipts';
import type { Services } from '../services';
import type { ReceiptFound, Store } from '../store/port';
import { receiptPace, type Asked } from './receipt-pace';

export type LookedUp =
  | { readonly kind: 'looked'; readonly response: ReceiptResponse }
  | { readonly kind: 'wait'; readonly seconds: number };

type Parts = Pick<Services, 'store' | 'limits' | 'now'>;

/** What a receipt finds: a day, whether somebody has read it, the sharing; never words, never a concern. */
export function lookUp(parts: Parts, asked: Asked): Promise<LookedUp> {
  return answered(parts, asked, (programme) => parts.store.storyOfReceipt(programme, asked.receipt));
}

/** Lowers the sharing of the story, if it is lower than what holds, and says what holds then. */
export function lowerSharing(parts: Parts, asked: Asked, sharing: Sharing): Promise<LookedUp> {
  return answered(parts, asked, (programme) =>
    parts.store.lowerSharing(programme, asked.receipt, sharing, parts.now()),
  );
}

async function answered(
  { store, limits, now }: Parts,
  asked: Asked,
  find: (programme: string) => Promise<ReceiptFound | null>,
): Promise<LookedUp> {
  const pace = receiptPace(limits, asked, now());
  if (pace.wait !== null) return { kind: 'wait', seconds: pace.wait };
  // The same two questions to the store whatever was typed.
  const found = await find(await programmeOf(store, asked.code));
  if (found === null) pace.missed();
  return { kind: 'looked', response: { story: found === null ? null : shown(found) } };
}

/** No programme has this name: there nothing is found. */
export const NO_PROGRAMME = '';

/** A closed or revoked collector's receipts hold all the same: the story is there. */
export async function programmeOf(store: Pick<Store, 'collector'>, typed: string): Promise<string> {
  const collector = await store.collector(readCode(typed) ?? '');
  return collector?.programme ?? NO_PROGRAMME;
}

function shown({ receivedAt, read, sharing }: ReceiptFound): ReceiptResponse['story'] {
  return { arrived: receivedAt.toISOString().slice(0, 10), read, sharing };
}
