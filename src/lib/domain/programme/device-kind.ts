import type { Collector } from './collector';

/**
 * Whose device a link is for, as a steward says it. On a `shared` one nobody finds what somebody else told; on an `own` one a
 * teller may keep it. Every mode but `open` is one of shared devices.
 */
export const DEVICE_KINDS = ['own', 'shared'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** A tablet that is handed round or stands in a hub is in a `session`, whether or not somebody counts who tells. */
export const MODE_FOR = { own: 'open', shared: 'session' } as const satisfies Record<DeviceKind, Collector['mode']>;

export function deviceKindOf(mode: Collector['mode']): DeviceKind {
  return mode === MODE_FOR.own ? 'own' : 'shared';
}
