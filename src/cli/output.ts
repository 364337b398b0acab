/** The one file of the command line that writes: results to stdout, what went wrong to stderr. */
export function say(line: string): void {
  console.log(line);
}

export function complain(line: string): void {
  console.error(line);
}
