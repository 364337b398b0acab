import { AUDIENCES } from '../audience';
import type { Collector } from './collector';
import { collectorState } from './collector-state';
import { deviceKindOf } from './device-kind';
import type { Programme } from './programme';

/**
 * Whether anybody may be sent to this link who has been given none: it is open, for own devices, and says nothing of its
 * tellers. One that is for some people only, or sets where they live, would say of everybody what holds for a few.
 */
export function forAnybody(collector: Collector, programme: Pick<Programme, 'state'>, at: Date): boolean {
  return (
    deviceKindOf(collector.mode) === 'own' &&
    collector.presetPlace === undefined &&
    AUDIENCES.every((audience) => collector.audiences.includes(audience)) &&
    collectorState(collector, programme, at) === 'open'
  );
}
