/** The file of keys of an installation: one name, so that each takes the place of the one before. */
export function keysName(installation: string, plain: boolean): string {
  return `keys-${installation}${plain ? '.ndjson' : '.age'}`;
}
