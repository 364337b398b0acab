/** "1 story", "2 stories": a count with its noun, for lines of the audit, the doctor and the command line. */
export function counted(n: number, one: string, more = `${one}s`): string {
  return `${n} ${n === 1 ? one : more}`;
}
