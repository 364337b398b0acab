/** The numbers of a view as a table: the first cell of a row is its head. */
export interface PlotTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What the numbers are and are not. */
  readonly note?: string;
}
