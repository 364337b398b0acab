/**
 * Spreadsheets run what begins with = + - @ (also in their full-width forms), a tab or a line break as a formula
 * (OWASP, CSV injection). Such words get an apostrophe before them, and so do words that begin with an apostrophe: the
 * reader takes exactly one away and has the words as they were written.
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20']/;

export function safeCell(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** What `safeCell` was given. */
export function wordsOfCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
