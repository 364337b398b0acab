/** Key of the `Tell` that the pages under one collector's address share. */
export const TELL = Symbol('tell');
