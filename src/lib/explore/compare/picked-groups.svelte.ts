import { DIMENSION, type Dimension } from '../../columns/dimension';
import type { Explorer, Loaded } from '../explorer.svelte';
import type { ViewWords } from '../view-words';
import { choiceByKey, groupChoices, type GroupChoice, type GroupChoices } from './group-choices';

/** The two groups that a link names. */
export interface PickedGroups {
  readonly choices: readonly GroupChoices[];
  /** Null while there is nothing to choose between. */
  readonly first: GroupChoice | null;
  /** Null: everybody who is not in the first. */
  readonly second: GroupChoice | null;
}

/**
 * Without a choice in the link: the first place with stories, or the first group of a question that no filter speaks of,
 * against everybody else. A group is never laid beside itself.
 */
export function pickedGroups(explorer: () => Explorer, loaded: () => Loaded): PickedGroups {
  const choices = $derived(groupChoices(loaded().dimensions, loaded().everything, (each) => wordsOf(explorer(), each)));
  const open = $derived(choices.filter(({ id }) => !explorer().clauses.some(({ dimension }) => dimension === id)));
  const first = $derived(
    choiceByKey(choices, explorer().kept('a')) ??
      open.find(({ id }) => id.startsWith(DIMENSION.place('')))?.choices[0] ??
      open[0]?.choices[0] ??
      null,
  );
  const second = $derived.by(() => {
    const named = choiceByKey(choices, explorer().kept('b'));
    return named?.key === first?.key ? null : named;
  });
  return {
    get choices() {
      return choices;
    },
    get first() {
      return first;
    },
    get second() {
      return second;
    },
  };
}

/** Two schemes of places would both be called "where": each goes by its own name. */
function wordsOf(explorer: Explorer, dimension: Dimension): ViewWords {
  const words = explorer.words(dimension);
  const scheme = explorer.head.programme.areaSchemes.find(({ id }) => DIMENSION.place(id) === dimension.id);
  return scheme === undefined ? words : { ...words, title: scheme.name };
}
