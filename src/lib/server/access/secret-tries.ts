import type { Access } from './access';
import { networkOf } from './sign-in-throttle';
import type { StaffEvent } from './staff';

/** Seconds to wait before another one-time link may be tried from this address; 0 = go on. Only misses count. */
export function waitForSecret({ limits, now }: Access, event: StaffEvent): number {
  const looked = limits.secretsByAddress.look(keyOf(limits, event), now());
  return looked.kind === 'wait' ? Math.ceil(looked.seconds) : 0;
}

export function missedSecret({ limits, now }: Access, event: StaffEvent): void {
  limits.secretsByAddress.take(keyOf(limits, event), now());
}

function keyOf(limits: Access['limits'], event: StaffEvent): string {
  return limits.keyOf(networkOf(event.getClientAddress()));
}
