/** Key of the `Reading` that the pages under one collector's address share. */
export const READING = Symbol('reading');
