import { createContext } from 'svelte';
import type { Explorer } from './explorer.svelte';
import type { WallState } from './link';

/** The views of a programme, in the order of the head. */
export const EXPLORE_VIEWS = ['wall', 'patterns', 'shifts', 'compare', 'gap', 'regions', 'words', 'reach'] as const;
export type ExploreView = (typeof EXPLORE_VIEWS)[number];

/** What every view of Explore is given by the route around it. */
export interface Exploring {
  readonly explorer: Explorer;
  readonly homeHref: string;
  readonly signInHref: string;
  /** Where a view stands, with the filters of now; or with these filters, and what the view keeps for itself. */
  readonly viewHref: (view: ExploreView, state?: Partial<Pick<WallState, 'clauses' | 'view'>>) => string;
}

export const [getExploring, setExploring] = createContext<Exploring>();
