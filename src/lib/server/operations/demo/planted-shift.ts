import type { Zone } from '../../../domain/signifier/zone';

/** The one true difference that a synthetic programme holds, so that finding it can be checked. */
export interface PlantedShift {
  readonly scheme: string;
  readonly area: string;
  readonly signifier: string;
  readonly zone: Zone;
  /** Share of the area's answers moved to the zone; those already there stay, so the net shift is a little smaller. */
  readonly moves: number;
}

/** Stories of the North East lean to "at the right time". */
export const PLANTED_SHIFT: PlantedShift = {
  scheme: 'lac',
  area: 'north_east',
  signifier: 'triad.right',
  zone: 'B',
  moves: 0.32,
};
