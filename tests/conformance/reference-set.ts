import type { Block, Grouping, StorySet } from '$lib/analysis/representation/block';

/** One NAME.csv with its NAME.reference.json, the stories in the form the analysis takes them. */
export interface ReferenceSet {
  readonly name: string;
  readonly reference: unknown;
  readonly stories: StorySet;
  readonly ids: readonly string[];
  /** In the order of the alphabet. */
  readonly localities: Grouping;
  /** The words column, as written; null where the file has none. */
  readonly words: readonly string[] | null;
}

/** How much chance a run may use: fewer drawings are quicker and, by the README's rule, held to a wider tolerance. */
export interface Budget {
  readonly mostDrawings: number;
}

/** The files count months from January 2023; the analysis from January 1970. */
export const FIRST_MONTH = (2023 - 1970) * 12;

/** @throws when the set has no such question: its figures are then not computed. */
export function blockOf({ stories }: ReferenceSet, id: string): Block {
  const block = stories.blocks.find((one) => one.id === id);
  if (!block) throw new Error(`no column of ${id}`);
  return block;
}

/** The rows of one locality. */
export function rowsOf({ localities }: ReferenceSet, locality: string): Uint32Array {
  const group = localities.groups.indexOf(locality);
  return Uint32Array.from(localities.of.keys()).filter((row) => localities.of[row] === group);
}
