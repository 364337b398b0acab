/** One record of RFC 4180: comma, CRLF, quotation marks around whatever needs them and doubled inside. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** Before the first record, so that spreadsheets take the file for UTF-8: tellers write in many scripts. */
export const CSV_BEGIN = '\uFEFF';

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
