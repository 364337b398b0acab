import type { PictureId } from '../../domain/story/pictures';

/** A drawing's own paper, in its own units; the screen shows it at any size. */
export const PAPER = { width: 1200, height: 900 } as const;

/** Colours with names: a child says "red", and a screen reader does too. */
export const COLOURS = [
  { id: 'black', ink: '#1a1a1a' },
  { id: 'red', ink: '#d22f27' },
  { id: 'orange', ink: '#e27022' },
  { id: 'yellow', ink: '#f1b31c' },
  { id: 'green', ink: '#5c9e31' },
  { id: 'blue', ink: '#1e50a0' },
  { id: 'purple', ink: '#8967aa' },
  { id: 'brown', ink: '#6a462f' },
  { id: 'pink', ink: '#e67a94' },
] as const;
export type Colour = (typeof COLOURS)[number]['id'];

export const PENS = [
  { id: 'thin', width: 10 },
  { id: 'middle', width: 22 },
  { id: 'thick', width: 44 },
] as const;
export type Pen = (typeof PENS)[number]['id'];

/** Where a stamp can be put without pointing: three rows of three. */
export const STAMP_ROWS = [1, 2, 3] as const;
export const STAMP_COLUMNS = [1, 2, 3] as const;
export const STAMP_SIZE = 220;

export const STAMPS = [
  'me',
  'mum',
  'dad',
  'friend',
  'home',
  'school',
  'happy',
  'sad',
  'angry',
  'scared',
  'love',
  'hurt',
  'no',
  'day',
  'rain',
  'outside',
  'dog',
  'cat',
  'car',
  'star',
] as const satisfies readonly PictureId[];

/** `[x, y, pressure]` in units of the paper; pressure in [0, 1], 0.5 where the device has none. */
export type StrokePoint = readonly [number, number, number];
export type Mark =
  | {
      readonly kind: 'stroke';
      readonly colour: Colour;
      readonly width: number;
      readonly points: readonly StrokePoint[];
    }
  | { readonly kind: 'stamp'; readonly picture: PictureId; readonly x: number; readonly y: number };

/** What is on the paper: marks in the order they were made, so that the last can be taken back. */
export class Drawing {
  #marks: readonly Mark[] = $state.raw([]);
  #stroke: StrokePoint[] | null = null;
  colour: Colour = $state('black');
  pen: Pen = $state('middle');
  /** The stamp that goes where the paper is pressed; null while a pen is in the hand. */
  inHand: PictureId | null = $state(null);

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  get empty(): boolean {
    return this.#marks.length === 0;
  }

  begin(point: StrokePoint): void {
    this.#stroke = [point];
    this.#marks = [...this.#marks, this.#asMark(this.#stroke)];
  }

  draw(points: readonly StrokePoint[]): void {
    if (this.#stroke === null || points.length === 0) return;
    this.#stroke.push(...points);
    this.#marks = [...this.#marks.slice(0, -1), this.#asMark([...this.#stroke])];
  }

  end(): void {
    this.#stroke = null;
  }

  /** @param row 1 at the top @param column 1 at the left */
  stamp(picture: PictureId, row: number, column: number): void {
    const at = stampPlace(row, column, this.#marks.length);
    this.#marks = [...this.#marks, { kind: 'stamp', picture, ...at }];
  }

  undo(): void {
    this.#stroke = null;
    this.#marks = this.#marks.slice(0, -1);
  }

  clear(): void {
    this.#stroke = null;
    this.#marks = [];
  }

  #asMark(points: readonly StrokePoint[]): Mark {
    const width = PENS.find(({ id }) => id === this.pen)?.width ?? PENS[1].width;
    return { kind: 'stroke', colour: this.colour, width, points };
  }
}

/** The middle of a cell of the paper; each further stamp a little aside, so that none hides another wholly. */
export function stampPlace(row: number, column: number, before: number): { x: number; y: number } {
  const aside = (before % 5) * 24 - 48;
  const x = ((column - 0.5) / STAMP_COLUMNS.length) * PAPER.width + aside;
  const y = ((row - 0.5) / STAMP_ROWS.length) * PAPER.height + aside / 2;
  return { x, y };
}

export function inkOf(colour: Colour): string {
  return COLOURS.find(({ id }) => id === colour)?.ink ?? COLOURS[0].ink;
}
