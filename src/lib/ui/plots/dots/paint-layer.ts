import { themeWatch } from '../../theme/theme-watch.svelte';
import { countCells, shadeCells } from './density';
import type { DotStyle } from './dot-style';
import { mixLayers, type Colour } from './mix-layers';
import type { Dots } from './piles';
import { stampDots, type AlphaLayer } from './stamp-dots';

/** A drawing's size in CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Dots of one kind; `strength` (0 to 1) keeps them behind others. */
interface DrawnDots {
  readonly dots: Dots;
  readonly style: DotStyle;
  readonly strength: number;
}

/** Device pixels for one CSS pixel; more than 2 can hardly be seen and costs fourfold. */
function pixelRatio(): number {
  return Math.min(2, Math.max(1, window.devicePixelRatio));
}

/** Everything of one colour. A layer that has not changed need not be made again. */
export function layerOf(size: Size, drawn: readonly DrawnDots[]): AlphaLayer {
  const scale = pixelRatio();
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const layer: AlphaLayer = { alpha: new Uint8ClampedArray(width * height), width, height };
  for (const { dots, style, strength } of drawn) {
    if (style.kind === 'density') shadeCells(layer, countCells(dots, size.width, size.height), scale, strength);
    else stampDots(layer, dots, { ...style, opacity: style.opacity * strength }, scale);
  }
  return layer;
}

/**
 * Paints a layer in the colour that CSS gives the canvas (`color`), over another in its `outline-color`, so that themes
 * and forced colours need no code. One canvas for both: each canvas is a sheet of its own for the compositor, and a wall
 * of them costs more than the dots.
 */
export function paintLayers(element: HTMLCanvasElement, under: AlphaLayer | null, over: AlphaLayer): void {
  const { width, height } = over;
  if (element.width !== width || element.height !== height) {
    element.width = width;
    element.height = height;
  }
  const context = element.getContext('2d');
  if (context === null) return; // a browser out of canvases: numbers and tables still stand
  const image = context.createImageData(width, height);
  const colours = coloursOf(element);
  // Of another size: about to be made anew.
  const behind = under?.width === width && under.height === height ? { layer: under, colour: colours.under } : null;
  mixLayers(new Uint32Array(image.data.buffer), behind, { layer: over, colour: colours.over });
  context.putImageData(image, 0, 0);
}

interface Colours {
  readonly over: Colour;
  readonly under: Colour;
  readonly look: string;
}
const known = new WeakMap<HTMLElement, Colours>();

/** Asked of CSS only when the element's classes or the theme changed: asking makes the browser work out styles at once. */
function coloursOf(element: HTMLElement): Colours {
  const look = `${themeWatch.version} ${element.className}`;
  const before = known.get(element);
  if (before?.look === look) return before;
  const { color, outlineColor } = getComputedStyle(element);
  const colours = { over: colourOf(color), under: colourOf(outlineColor), look };
  known.set(element, colours);
  return colours;
}

/** `rgb(18, 39, 42)`, as computed colours are written. */
function colourOf(css: string): Colour {
  const [red = 0, green = 0, blue = 0] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return { red, green, blue };
}
