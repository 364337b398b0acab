import { readCode } from '../../domain/programme/collector-code';
import { networkOf } from '../access/sign-in-throttle';
import type { Limits } from '../limits/limits';

/** A receipt as it was asked for, and from where. */
export interface Asked {
  readonly code: string;
  readonly receipt: string;
  /** Counted, salted, never kept. */
  readonly address: string;
}

export interface ReceiptPace {
  /** Whole seconds until the next try; null = now. */
  readonly wait: number | null;
  /** Nothing was found. Finds do not count: thirty tablets of a hub come from one address. */
  missed(): void;
}

/** Per address and per code typed, known or not: what is refused, and when, says nothing about which codes exist. */
export function receiptPace(limits: Limits, { code, address }: Asked, at: Date): ReceiptPace {
  const from = limits.keyOf(networkOf(address));
  const typed = limits.keyOf(readCode(code) ?? '');
  const waits = [limits.secretsByAddress.look(from, at), limits.receiptMissesByCode.look(typed, at)].flatMap((taken) =>
    taken.kind === 'wait' ? [Math.ceil(taken.seconds)] : [],
  );
  return {
    wait: waits.length === 0 ? null : Math.max(...waits),
    missed: () => {
      limits.secretsByAddress.take(from, at);
      limits.receiptMissesByCode.take(typed, at);
    },
  };
}
