/** `SQLITE_BUSY`, `ENOENT`, `23505`, ... or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
