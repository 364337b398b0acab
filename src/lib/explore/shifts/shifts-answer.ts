import type { Shifts } from '../../analysis/shifts/shift';
import type { Clause } from '../../columns/clause';

/** Every place of one partition against the rest, on everything that was asked. */
export interface ShiftsQuestion {
  readonly page: 'shifts';
  /** None: the frozen view, whose family of tests was fixed before anybody looked. */
  readonly within: readonly Clause[];
  /** The dimension that parts the stories: a scheme of places, or who told them. */
  readonly by: string;
  /** Dimensions that are held alike in the adjusted tests. */
  readonly heldAlike: readonly string[];
  readonly seed: string;
}

export interface GroupSize {
  readonly group: string;
  readonly stories: number;
  readonly clusters: number;
}

export interface ShiftsAnswer extends Shifts {
  /** Stories looked at. */
  readonly stories: number;
  readonly clusters: number;
  /** Every group, in the order of the partition. */
  readonly sizes: readonly GroupSize[];
  /** Signifiers that were asked about. */
  readonly signifiers: readonly string[];
  /** Per row of the snapshot the group's number, 65535 for none or not looked at: for drawing. */
  readonly groupOf: Uint16Array;
}
