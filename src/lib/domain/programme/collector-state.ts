import type { Collector } from './collector';
import type { Programme } from './programme';

/**
 * Whether a link lets new devices in at a moment, as far as its record says; whether it has all its stories only the store knows.
 *
 * | state   | new devices | devices that came in before                  |
 * |---------|-------------|----------------------------------------------|
 * | not_yet | no          | may send                                     |
 * | open    | yes         | may send                                     |
 * | closed  | no          | may send what was told (decision 113)        |
 * | revoked | no          | keep what they have: the link is in wrong hands |
 */
export type CollectorState = 'not_yet' | 'open' | 'closed' | 'revoked';

export function collectorState(
  { revoked, opensAt, closesAt }: Pick<Collector, 'revoked' | 'opensAt' | 'closesAt'>,
  programme: Pick<Programme, 'state'>,
  at: Date,
): CollectorState {
  if (revoked) return 'revoked';
  if (programme.state === 'closed') return 'closed';
  if (closesAt !== null && at.getTime() >= Date.parse(closesAt)) return 'closed';
  if (opensAt !== null && at.getTime() < Date.parse(opensAt)) return 'not_yet';
  return 'open';
}
