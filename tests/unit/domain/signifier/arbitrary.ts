import fc from 'fast-check';
import type { Barycentric, TriangleFrame } from '$lib/domain/signifier/spaces';
import { close } from '$lib/domain/signifier/triad';

const part = fc.double({ min: 0, max: 1, noNaN: true });

/** Any placement, the borders and corners included often enough to matter. */
export const placement: fc.Arbitrary<Barycentric> = fc
  .tuple(fc.oneof(part, fc.constant(0)), fc.oneof(part, fc.constant(0)), fc.oneof(part, fc.constant(0)))
  .filter(([a, b, c]) => a + b + c > 1e-6)
  .map(([a, b, c]) => close(a, b, c));

/** Triangles as they lie on phones, tablets and walls, mirrored or not. */
export const frame: fc.Arbitrary<TriangleFrame> = fc.record({
  left: fc.double({ min: -500, max: 2000, noNaN: true }),
  base: fc.double({ min: -500, max: 2000, noNaN: true }),
  side: fc.double({ min: 40, max: 1200, noNaN: true }),
  mirrored: fc.boolean(),
});
