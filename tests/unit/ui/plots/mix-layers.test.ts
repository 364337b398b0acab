import { describe, expect, it } from 'vitest';
import { mixLayers, type Coloured } from '$lib/ui/plots/dots/mix-layers';

const layer = (alpha: readonly number[], red: number, blue: number): Coloured => ({
  layer: { alpha: Uint8ClampedArray.from(alpha), width: alpha.length, height: 1 },
  colour: { red, green: 0, blue },
});

function mix(under: Coloured | null, over: Coloured): number[][] {
  const pixels = new Uint32Array(over.layer.alpha.length);
  mixLayers(pixels, under, over);
  return Array.from(pixels, (pixel) => [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24]);
}

describe('two layers of dots in one picture', () => {
  it('show the rest where nothing is selected, and nothing where there is neither', () => {
    expect(mix(layer([140, 0], 0, 200), layer([0, 0], 200, 0))).toEqual([
      [0, 0, 200, 140],
      [0, 0, 0, 0],
    ]);
  });

  it('show a solid selection as if nothing were behind it', () => {
    expect(mix(layer([140], 0, 200), layer([255], 200, 0))).toEqual([[200, 0, 0, 255]]);
  });

  it('let what is behind shine through as far as the selection is not solid', () => {
    // Half over full: half of each colour, and solid.
    expect(mix(layer([255], 0, 200), layer([128], 200, 0))).toEqual([[100, 0, 100, 255]]);
  });

  it('are the selection alone when the rest is hidden', () => {
    expect(mix(null, layer([77], 200, 0))).toEqual([[200, 0, 0, 77]]);
  });
});
