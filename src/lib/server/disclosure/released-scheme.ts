import { createHash } from 'node:crypto';
import type { AreaScheme } from '../../domain/programme/area-scheme';
import { canonicalJson, type Json } from '../../domain/story/content-hash';

/**
 * The scheme of places a programme releases figures in: the first that is settled and lies within no other. Wards lie
 * within Local Area Committees; provisional names are for staff.
 */
export function schemeToRelease(schemes: readonly AreaScheme[]): AreaScheme | null {
  return (
    schemes.find(
      ({ areas, provisional }) => !provisional && areas.length > 1 && areas.every(({ within }) => within === undefined),
    ) ?? null
  );
}

/** Changes when an area is added, taken away or cut otherwise: its own list, and what other schemes put within it. */
export function definitionOf(scheme: AreaScheme, schemes: readonly AreaScheme[]): string {
  const within = schemes
    .flatMap(({ id, areas }) => areas.map((area) => ({ id: `${id}/${area.id}`, within: area.within })))
    .filter((area) => area.within?.scheme === scheme.id)
    .map((area) => `${area.id} ${area.within?.area ?? ''}`);
  const shape: Json = { scheme: scheme.id, areas: scheme.areas.map(({ id }) => id), within };
  return createHash('sha256').update(canonicalJson(shape)).digest('hex').slice(0, 16);
}
