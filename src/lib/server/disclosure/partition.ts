import type { ReleasedTable } from '../../protocol/release';

/** A way to sort all stories of a collection, each into one line of a table. */
export interface Partition {
  readonly about: Pick<ReleasedTable, 'id' | 'kind' | 'title' | 'stem' | 'labels'>;
  readonly lines: ReleasedTable['lines'];
  /** By row of the snapshot, the line it belongs to. */
  readonly lineOf: ArrayLike<number>;
  /** Past quarters: nothing can come into them any more. */
  readonly closed: boolean;
}

/** A multiple choice: a partition by how it was answered, and one more of those who answered, for each option. */
export interface OptionPartitions {
  readonly kind: 'options';
  readonly states: Partition;
  /** The line of `states` that holds those who chose something. */
  readonly answered: number;
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly chosen: (row: number) => boolean;
  }[];
}

export type PlannedTable =
  | { readonly kind: 'lines'; readonly partition: Partition; readonly byPlace: boolean }
  | OptionPartitions;
