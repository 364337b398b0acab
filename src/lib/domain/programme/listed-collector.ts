import type { Audience } from '../audience';
import type { CollectorState } from './collector-state';
import type { DeviceKind } from './device-kind';

/** A link as its stewards see it. How many stories came by it is not here: today's number less yesterday's is one person. */
export interface ListedCollector {
  readonly code: string;
  readonly name: string;
  readonly device: DeviceKind;
  readonly audiences: readonly Audience[];
  /** The area in which all its tellers are said to live; null = each is asked. */
  readonly place: string | null;
  /** First and last day on which it lets new devices in, YYYY-MM-DD. */
  readonly from: string | null;
  readonly until: string | null;
  readonly limit: number | null;
  /** `full`: it has all the stories it takes. */
  readonly state: CollectorState | 'full';
}

export function isOver({ state }: Pick<ListedCollector, 'state'>): boolean {
  return state === 'closed' || state === 'revoked';
}
