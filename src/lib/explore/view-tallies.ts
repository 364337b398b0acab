import type { Tally } from '../columns/kernel';
import type { Explorer } from './explorer.svelte';

/** The three counts of a view: every story, those that all other views leave in, and the selected ones. */
export interface ViewTallies {
  readonly all: Tally;
  readonly view: Tally;
  readonly final: Tally;
}

const NOTHING: Tally = {
  n: 0,
  counts: [],
  states: { answered: 0, notApplicable: 0, unanswered: 0, notAsked: 0 },
  stones: [],
};

export function talliesOf(explorer: Explorer, id: string): ViewTallies {
  const all = explorer.loaded?.everything[id] ?? NOTHING;
  const selection = explorer.selectionFor(id);
  const view = selection?.views[id] ?? all;
  return { all, view, final: selection?.final[id] ?? view };
}
