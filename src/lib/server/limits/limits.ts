import { createHmac } from 'node:crypto';
import { TokenBuckets } from './token-buckets';

/** How often what may be tried. A hub of thirty tablets comes from one address: only misses count against it. */
export interface Limits {
  /** Codes that do not exist, by address. */
  readonly missesByAddress: TokenBuckets;
  /** Codes that do not exist, from anywhere: guessing from many addresses at once. */
  readonly misses: TokenBuckets;
  /** Devices let in by one code. */
  readonly exchangesByCode: TokenBuckets;
  /** Batches pushed with one capture token. */
  readonly pushesByToken: TokenBuckets;
  /** Calls for help with one capture token: never counted with anything else, so that a busy device keeps no child waiting. */
  readonly helpCallsByToken: TokenBuckets;
  /** Stories taken back with one capture token. Each leaves a line for good, whether its story has arrived or not. */
  readonly withdrawalsByToken: TokenBuckets;
  /** Files begun with one capture token. */
  readonly uploadsByToken: TokenBuckets;
  /** Pieces of files, and questions about them, with one capture token: 600 are 150 MB. */
  readonly piecesByToken: TokenBuckets;
  /** Tries of other secrets by address: sign-in links, invitations, receipts. */
  readonly secretsByAddress: TokenBuckets;
  /**
   * Receipts that were not found, by the code typed, whether there is such a collector or not: guessing from many
   * addresses at once. Half a try a second finds one of 10,000 stories among 2^44 in about a hundred years.
   */
  readonly receiptMissesByCode: TokenBuckets;
  /** The key under which an address is counted: salted, so that memory holds no address. */
  keyOf(address: string): string;
}

export function openLimits(random: (bytes: number) => Uint8Array): Limits {
  const salt = random(32);
  return {
    missesByAddress: new TokenBuckets(20, 0.1),
    misses: new TokenBuckets(200, 5),
    exchangesByCode: new TokenBuckets(300, 1),
    pushesByToken: new TokenBuckets(300, 2),
    helpCallsByToken: new TokenBuckets(60, 0.2),
    withdrawalsByToken: new TokenBuckets(100, 0.1),
    uploadsByToken: new TokenBuckets(300, 1),
    piecesByToken: new TokenBuckets(600, 20),
    secretsByAddress: new TokenBuckets(20, 0.05),
    receiptMissesByCode: new TokenBuckets(200, 0.5),
    keyOf: (address) => createHmac('sha256', salt).update(address).digest('base64url'),
  };
}
