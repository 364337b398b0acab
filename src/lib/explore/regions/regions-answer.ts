import type { DisclosurePolicy } from '../../analysis/disclosure/policy';
import type { Change } from '../../analysis/regions/newcombe';
import type { RegionDating } from '../../analysis/regions/region-dating';
import type { RegionShare } from '../../analysis/regions/region-share';
import type { ShareInterval } from '../../analysis/wilson';
import type { Clause } from '../../columns/clause';
import type { DrawnShape } from '../../domain/programme/region';
import type { Period, PeriodLength } from './periods';

/** What of a region its measuring needs. */
export interface MeasuredRegion {
  readonly id: string;
  readonly signifier: string;
  readonly stone?: string | undefined;
  readonly shape: DrawnShape;
  /** Months since January 1970, by the server's clock. */
  readonly drawnMonth: number;
}

/** How many stories of the view lie in each region: over time, and by place. */
export interface RegionsQuestion {
  readonly page: 'regions';
  readonly within: readonly Clause[];
  readonly regions: readonly MeasuredRegion[];
  /** The dimension whose groups are compared: a scheme of places, or who told. */
  readonly by: string;
  readonly length: PeriodLength;
  /** What may be shown: a change is told only between periods that are. */
  readonly policy: DisclosurePolicy;
}

export interface PeriodShare extends Period {
  readonly share: RegionShare;
  /** How the period stands to the month the region was drawn in. */
  readonly dating: RegionDating;
}

export interface GroupShare {
  readonly group: string;
  readonly share: RegionShare;
  /** Drawn towards the other groups' shares; null where there are too few groups to learn from. */
  readonly pooled: ShareInterval | null;
}

export interface RegionReading {
  readonly id: string;
  /** Stories of the view that answered here, and those that did not. */
  readonly notApplicable: number;
  readonly unanswered: number;
  /** All stories of the view, whenever told. */
  readonly whole: RegionShare;
  /** From the first to the last month with an answer; none is left out. */
  readonly periods: readonly PeriodShare[];
  /** The last period that may be shown against the one shown before it; null while there are not two. */
  readonly change: { readonly later: number; readonly earlier: number; readonly by: Change } | null;
  readonly groups: readonly GroupShare[];
  /** Nothing tells the groups apart: their shares are drawn together wholly. */
  readonly groupsAlike: boolean;
  /** Per row of the snapshot 0 = not in the view or no answer, 1 = outside, 2 = inside the region: for drawing. */
  readonly member: Uint8Array;
}

export interface RegionsAnswer {
  /** Stories of the view and the gatherings they came from. */
  readonly stories: number;
  readonly clusters: number;
  /** Those that can be measured, in the order asked; a region of a question that is gone is left out. */
  readonly readings: readonly RegionReading[];
}
