/** One step of the database's shape. Once released it never changes: a later step changes what it made. */
export interface Migration {
  /** Counts up; a database takes every step that it has not taken, also one between others. */
  readonly version: number;
  readonly name: string;
  /** Statements in the words of its engine, run in one transaction. */
  readonly sql: string;
}
