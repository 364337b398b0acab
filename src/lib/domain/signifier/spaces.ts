/**
 * Three spaces a placement lives in. Only the named functions of `triad.ts` convert between them, so a pixel can
 * never be stored and a proportion never drawn by mistake.
 */
declare const space: unique symbol;

/** Proportions of a triad's three labels, in label order: each >= 0, sum 1 (within 1e-9). */
export type Barycentric = { readonly a: number; readonly b: number; readonly c: number } & {
  readonly [space]: 'barycentric';
};

/** The triangle's own plane, y up, side 1: A = (0, 0), B = (1, 0), C = (1/2, sqrt(3)/2). */
export type PlanePoint = { readonly x: number; readonly y: number } & { readonly [space]: 'plane' };

/** CSS pixels inside one drawing, y down. */
export type PixelPoint = { readonly x: number; readonly y: number } & { readonly [space]: 'pixel' };

export const planePoint = (x: number, y: number): PlanePoint => ({ x, y }) as PlanePoint; // brand: the one place a plane point is made
export const pixelPoint = (x: number, y: number): PixelPoint => ({ x, y }) as PixelPoint; // brand: the one place a pixel is made
export const barycentric = (a: number, b: number, c: number): Barycentric => ({ a, b, c }) as Barycentric; // brand: callers keep sum 1

/**
 * Which label stands at which corner: indices of labels at the corners start, end and top. Start and end are those of
 * the reading direction, so that an order says the same in every language.
 */
export type CornerOrder = readonly [number, number, number];

/**
 * How a triangle lies in a drawing. `left` and `base` are the pixels of the base line's start and height, `side` its
 * length. `mirrored` puts the start at the right (right-to-left reading). `corners` turns or mirrors the labels; left
 * out, A stands at the start, B at the end, C on top. Data never change with either.
 */
export interface TriangleFrame {
  readonly left: number;
  readonly base: number;
  readonly side: number;
  readonly mirrored: boolean;
  readonly corners?: CornerOrder | undefined;
}
