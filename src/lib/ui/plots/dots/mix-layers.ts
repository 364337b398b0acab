import type { AlphaLayer } from './stamp-dots';

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** A layer and the colour it is drawn in. */
export interface Coloured {
  readonly layer: AlphaLayer;
  readonly colour: Colour;
}

/**
 * One picture of two layers, the second over the first: source-over (Porter and Duff 1984) of plain, not premultiplied
 * pixels as ImageData holds them. `pixels` are the four bytes of a pixel as one number, red lowest; all 0 before.
 */
export function mixLayers(pixels: Uint32Array, under: Coloured | null, over: Coloured): void {
  const top = over.layer.alpha;
  const bottom = under?.layer.alpha;
  const plain = packed(over.colour);
  const ghost = packed(under?.colour ?? over.colour);
  for (let i = 0; i < pixels.length; i += 1) {
    const o = top[i] ?? 0;
    const u = bottom?.[i] ?? 0;
    if (o === 0 && u === 0) continue;
    if (u === 0 || o === 255) pixels[i] = ((o << 24) | plain) >>> 0;
    else if (o === 0) pixels[i] = ((u << 24) | ghost) >>> 0;
    else pixels[i] = mixed(over.colour, o, under?.colour ?? over.colour, u);
  }
}

function mixed(over: Colour, o: number, under: Colour, u: number): number {
  const rest = (u * (255 - o)) / 255;
  const alpha = o + rest;
  const part = (top: number, bottom: number): number => Math.round((top * o + bottom * rest) / alpha);
  return (
    ((Math.round(alpha) << 24) |
      (part(over.blue, under.blue) << 16) |
      (part(over.green, under.green) << 8) |
      part(over.red, under.red)) >>>
    0
  );
}

function packed({ red, green, blue }: Colour): number {
  return (blue << 16) | (green << 8) | red;
}
