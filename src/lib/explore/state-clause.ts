import type { Clause, State } from '../columns/clause';
import { statesOf, toggled } from './clause-parts';

/** The filter "answered like this": on its own, in the place of what the view filtered before; off when it was on. */
export function withState(own: readonly Clause[], view: string, state: State): Clause[] {
  const states = toggled(statesOf(own), state);
  return states.length === 0 ? [] : [{ kind: 'options', source: view, dimension: view, options: [], states }];
}
