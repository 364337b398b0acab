import { countCells, shadeCells } from './density';
import type { DotStyle } from './dot-style';
import type { Dots } from './piles';
import { stampDots, type AlphaLayer } from './stamp-dots';

export interface Canvas {
  readonly element: HTMLCanvasElement;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Device pixels for one CSS pixel; more than 2 can hardly be seen and costs fourfold. */
function pixelRatio(): number {
  return Math.min(2, Math.max(1, window.devicePixelRatio));
}

/** Paints dots in the colour that CSS gives the canvas (`color`), so that themes and forced colours need no code. */
export function paintDots(canvas: Canvas, layers: readonly { dots: Dots; style: DotStyle; strength: number }[]): void {
  const scale = pixelRatio();
  const width = Math.max(1, Math.round(canvas.width * scale));
  const height = Math.max(1, Math.round(canvas.height * scale));
  const { element } = canvas;
  if (element.width !== width || element.height !== height) {
    element.width = width;
    element.height = height;
  }
  const layer: AlphaLayer = { alpha: new Uint8ClampedArray(width * height), width, height };
  for (const { dots, style, strength } of layers) {
    if (style.kind === 'density') shadeCells(layer, countCells(dots, canvas.width, canvas.height), scale, strength);
    else stampDots(layer, dots, style.diameter, style.opacity * strength, scale);
  }
  colour(element, layer);
}

function colour(element: HTMLCanvasElement, layer: AlphaLayer): void {
  const context = element.getContext('2d');
  if (context === null) return; // a browser out of canvases: numbers and tables still stand
  const image = context.createImageData(layer.width, layer.height);
  const pixels = new Uint32Array(image.data.buffer);
  const { red, green, blue } = colourOf(element);
  const base = (blue << 16) | (green << 8) | red;
  for (let i = 0; i < pixels.length; i += 1) {
    const alpha = layer.alpha[i] ?? 0;
    if (alpha !== 0) pixels[i] = ((alpha << 24) | base) >>> 0;
  }
  context.putImageData(image, 0, 0);
}

function colourOf(element: HTMLElement): { red: number; green: number; blue: number } {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return { red, green, blue };
}
