import type { FrameworkSignifier } from '../../domain/framework/framework';
import { StableIdSchema } from '../../domain/identifiers';
import type { Answer, Stone } from '../../domain/signifier/answer';
import { close } from '../../domain/signifier/triad';
import { cell, CellError, shareIn, tickedIn, wordsIn, type CaptureRow } from './cell';

const NA = '_NA';
const method = 'import' as const;

/** The columns of a signifier in the raw form of captures. */
export function columnsOf(signifier: FrameworkSignifier): string[] {
  const { id } = signifier;
  switch (signifier.kind) {
    case 'triad':
      return [
        `${id}_percentX`,
        `${id}_percentY`,
        ...signifier.labels.map((label) => `${id}_${label.id}`),
        `${id}${NA}`,
      ];
    case 'slider':
      return [`${id}_percentX`, ...signifier.ends.map((end) => `${id}_${end.id}`), `${id}${NA}`];
    case 'stones':
      return [...signifier.stones.flatMap((stone) => stoneColumns(id, stone.id)), `${id}${NA}`];
    case 'choice':
      return signifier.maxChosen === 1
        ? [id, `${id}${NA}`]
        : [...signifier.options.map((option) => `${id}_${option.id}`), `${id}${NA}`];
    case 'text':
    case 'number':
      return [id, `${id}${NA}`];
  }
}

/** One answer of one capture: answered, not applicable (its N/A box) or unanswered (both empty). @throws CellError */
export function readAnswer(signifier: FrameworkSignifier, row: CaptureRow): Answer {
  const answer = readAnswered(signifier, row);
  const column = `${signifier.id}${NA}`;
  if (!tickedIn(row, column)) return answer ?? { state: 'unanswered' };
  if (answer !== null) throw new CellError(column, 'says not applicable, but there is an answer too');
  return { state: 'not_applicable' };
}

function readAnswered(signifier: FrameworkSignifier, row: CaptureRow): Answer | null {
  switch (signifier.kind) {
    case 'triad':
      return readTriad(signifier, row);
    case 'slider': {
      const [left, right] = signifier.ends.map((end) => shareIn(row, `${signifier.id}_${end.id}`));
      const by = right ?? (left == null ? null : 1 - left);
      const column = `${signifier.id}_percentX`;
      const x = shareIn(row, column) ?? by;
      if (x !== null && by !== null) agree(column, x, by);
      return x === null ? null : { kind: 'slider', state: 'answered', at: x, method };
    }
    case 'stones':
      return readStones(signifier, row);
    case 'choice':
      return readChoice(signifier, row);
    case 'text': {
      const text = wordsIn(row, signifier.id, signifier.maxChars);
      return text === null ? null : { kind: 'text', state: 'answered', text };
    }
    case 'number':
      return null;
  }
}

type Of<K extends FrameworkSignifier['kind']> = Extract<FrameworkSignifier, { kind: K }>;

/** How far the two ways of saying one place may differ: a pointer let go outside was put on the edge in one of them. */
const SAME = 0.02;

function agree(column: string, position: number, part: number): void {
  if (Math.abs(position - part) > SAME) throw new CellError(column, 'says another place than its neighbours');
}

/** The anchors' own columns, else the position: top = Y, right = X - Y/2, left = the rest. */
function readTriad({ id, labels }: Of<'triad'>, row: CaptureRow): Answer | null {
  const names = labels.map((label) => `${id}_${label.id}`);
  const parts = names.map((name) => shareIn(row, name));
  const [a, b, c] = parts;
  const x = shareIn(row, `${id}_percentX`);
  const y = shareIn(row, `${id}_percentY`);
  if (a != null && b != null && c != null) {
    const sum = a + b + c;
    if (Math.abs(sum - 1) > 0.001)
      throw new CellError(names[0] ?? id, `the three parts sum to ${sum.toFixed(4)}, not to 1`);
    if (y !== null) agree(`${id}_percentY`, y, c);
    if (x !== null && y !== null) agree(`${id}_percentX`, x - y / 2, b);
    const at = close(a, b, c);
    return { kind: 'triad', state: 'answered', at: { a: at.a, b: at.b, c: at.c }, method };
  }
  const missing = parts.findIndex((part) => part === null);
  if (parts.some((part) => part !== null))
    throw new CellError(names[missing] ?? id, 'is empty beside its filled neighbours');
  if (x === null && y === null) return null;
  if (x === null || y === null)
    throw new CellError(`${id}_percent${x === null ? 'X' : 'Y'}`, 'is empty beside its filled neighbour');
  const right = x - y / 2;
  if (right < -1e-6 || 1 - y - right < -1e-6) throw new CellError(`${id}_percentX`, 'lies outside the triangle');
  const at = close(Math.max(0, 1 - y - right), Math.max(0, right), y);
  return { kind: 'triad', state: 'answered', at: { a: at.a, b: at.b, c: at.c }, method };
}

function readStones({ id, stones }: Of<'stones'>, row: CaptureRow): Answer | null {
  const placed: Record<string, Stone> = {};
  for (const stone of stones) {
    const [nameX = '', nameY = ''] = stoneColumns(id, stone.id);
    const x = shareIn(row, nameX);
    const y = shareIn(row, nameY);
    if ((x === null) !== (y === null))
      throw new CellError(x === null ? nameX : nameY, 'is empty beside its filled neighbour');
    if (x !== null && y !== null) placed[stone.id] = { state: 'placed', x, y, method };
  }
  return Object.keys(placed).length === 0 ? null : { kind: 'stones', state: 'answered', stones: placed };
}

function readChoice({ id, options, maxChosen }: Of<'choice'>, row: CaptureRow): Answer | null {
  if (maxChosen === 1) {
    const chosen = cell(row, id);
    if (chosen === '') return null;
    // An item that the definition no longer has is kept under its id: real captures outlive edits of their framework.
    if (!options.some((option) => option.id === chosen) && !StableIdSchema.safeParse(chosen).success)
      throw new CellError(id, `“${chosen.slice(0, 60)}” is none of its items`);
    return { kind: 'choice', state: 'answered', chosen: [chosen] };
  }
  const chosen = options.map((option) => option.id).filter((option) => tickedIn(row, `${id}_${option}`));
  return chosen.length === 0 ? null : { kind: 'choice', state: 'answered', chosen };
}

function stoneColumns(id: string, stone: string): [string, string] {
  return [`${id}_${stone}_percentX`, `${id}_${stone}_percentY`];
}
