import { ZONE_LABELS, type Zone } from '$lib/domain/signifier/zone';
import { t } from '../frame/words';

/** A zone in words, by the labels it speaks of. */
export function zoneWords(zone: Zone, labels: readonly string[]): string {
  const [first = '', second = '', third] = ZONE_LABELS[zone].map((label) => labels[label] ?? '');
  if (third !== undefined) return t('zone.centre');
  return second === '' ? t('zone.corner', { label: first }) : t('zone.edge', { first, second });
}
