import { cleanText } from '../../domain/identifiers';

/** One record of the captures file, and where its cells come from, for messages. */
export interface CaptureRow {
  /** As a spreadsheet shows it: the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CellProblem {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/** Thrown inside the reader of one record and caught there: a record has many cells, one refused cell ends its reading. */
export class CellError extends Error {
  constructor(
    readonly column: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Empty when the column is not in the file. */
export function cell({ cells }: CaptureRow, column: string): string {
  return (Object.hasOwn(cells, column) ? cells[column] : undefined)?.trim() ?? '';
}

/** How far a share may leave [0, 1]: real captures hold pointers let go a hair outside the triangle. Put on its edge. */
const SLACK = 0.005;

/** A share in [0, 1], null when the cell is empty. */
export function shareIn(row: CaptureRow, column: string): number | null {
  const text = cell(row, column);
  if (text === '') return null;
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new CellError(column, `“${text.slice(0, 40)}” is not a number`);
  if (value < -SLACK || value > 1 + SLACK)
    throw new CellError(
      column,
      `${text.slice(0, 40)} is not between 0 and 1 (raw captures hold shares, not percentages)`,
    );
  return Math.min(1, Math.max(0, value));
}

/** Columns that hold a tick: 1 or nothing. */
export function tickedIn(row: CaptureRow, column: string): boolean {
  const text = cell(row, column);
  if (text === '' || text === '0' || /^(false|na)$/i.test(text)) return false;
  if (text === '1' || /^true$/i.test(text)) return true;
  throw new CellError(column, `“${text.slice(0, 40)}” is neither 1 nor empty`);
}

/** Words, null when the cell is empty. */
export function wordsIn(row: CaptureRow, column: string, maxChars: number): string | null {
  const text = cleanText(cell(row, column));
  if (text.length > maxChars) throw new CellError(column, `is ${text.length} characters long; ${maxChars} can be kept`);
  return text === '' ? null : text;
}
