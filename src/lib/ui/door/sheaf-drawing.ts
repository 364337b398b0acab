import { seeded } from './seeded';

export const TONES = ['pale', 'stalk', 'ink'] as const;
export type Tone = (typeof TONES)[number];

export interface SheafOptions {
  readonly seed: number;
  readonly stalks: number;
  /** `standing`: tied at the foot, heads on top. `lying`: the same, turned so that the heads point to the end side. */
  readonly pose: 'standing' | 'lying';
}

/** Many strokes of one colour and width in one path: a sheaf of any size is a few elements. */
export interface Strokes {
  readonly tone: Tone | 'berry';
  readonly width: number;
  readonly d: string;
}

export interface SheafDrawing {
  readonly width: number;
  readonly height: number;
  /** Behind the tie: the stalks from tail to head. */
  readonly stalks: readonly Strokes[];
  /** Round heads, drawn as strokes without length. */
  readonly heads: readonly Strokes[];
  /** The band that ties them; drawn last. */
  readonly tie: Strokes;
}

const WIDTH = 600;
const HEIGHT = 900;
const CENTRE = WIDTH / 2;
const TIE_Y = 646;
const DRAWN_OUT = 1.4;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A tied sheaf: one stalk for each story, drawn from a seed and from nothing anybody told. The same options give the
 * same picture on every machine, so that it can be tested and never flickers between server and browser.
 */
export function drawSheaf({ seed, stalks, pose }: SheafOptions): SheafDrawing {
  const random = seeded(seed);
  const put = pose === 'standing' ? standing : lying;
  const drawn = new Map<string, Strokes>();
  const heads = new Map<string, Strokes>();
  const add = (into: Map<string, Strokes>, tone: Strokes['tone'], width: number, d: string) => {
    const key = `${tone} ${width}`;
    into.set(key, { tone, width, d: `${into.get(key)?.d ?? ''}${d}` });
  };
  for (let index = 0; index < stalks; index += 1) {
    const stalk = drawStalk(random, (index + 0.5) / stalks);
    const tone = toneOf(random());
    add(drawn, tone, [1.3, 1.9, 2.6][Math.floor(random() * 3)] ?? 1.9, curve(stalk, put));
    const ripe = random() < 0.085;
    add(
      heads,
      ripe ? 'berry' : tone,
      ripe ? 12 : ([7.5, 9.5, 11.5][Math.floor(random() * 3)] ?? 9.5),
      dot(stalk.head, put),
    );
  }
  const size = pose === 'standing' ? { width: WIDTH, height: HEIGHT } : { width: HEIGHT * DRAWN_OUT, height: WIDTH };
  return { ...size, stalks: inOrder(drawn), heads: inOrder(heads), tie: drawTie(stalks, put) };
}

interface Stalk {
  readonly foot: Point;
  readonly waist: Point;
  readonly head: Point;
  /** How far out its head hangs, -1 to 1. */
  readonly lean: number;
}

/** @param place where among the others, 0 to 1: even, so that few stalks fan out as wide as many */
function drawStalk(random: () => number, place: number): Stalk {
  const even = 2 * place - 1;
  const lean = clamp(even + (random() - 0.5) * 0.16);
  // A dome of heads; most reach it, some stay below.
  const dome = 236 + 350 * Math.cos((lean * Math.PI) / 2) ** 1.15;
  const reach = dome * (1 - 0.26 * random() ** 2.2);
  const spread = 272 * Math.sign(lean) * Math.abs(lean) ** 0.92;
  const waist = { x: CENTRE + lean * 25 + (random() - 0.5) * 7, y: TIE_Y };
  // Below the tie they cross: what leans to one side above stands on the other side below, mostly.
  const stand = clamp(lean * 0.35 + (random() - 0.5) * 1.75);
  const foot = { x: CENTRE + stand * 108, y: TIE_Y + 196 + random() * 40 - Math.abs(stand) * 22 };
  return { foot, waist, head: { x: CENTRE + spread, y: TIE_Y - reach }, lean };
}

type Put = (point: Point) => string;

const standing: Put = ({ x, y }) => `${round(x)} ${round(y)}`;
/** Turned by a quarter, so that up becomes the end side, and drawn out: bands are wide. */
const lying: Put = ({ x, y }) => `${round((HEIGHT - y) * DRAWN_OUT)} ${round(x)}`;

function curve({ foot, waist, head }: Stalk, put: Put): string {
  const up = waist.y - head.y;
  const below = foot.y - waist.y;
  const out = head.x - waist.x;
  return [
    `M${put(foot)}C`,
    [
      put({ x: foot.x, y: foot.y - below * 0.45 }),
      put({ x: foot.x * 0.55 + waist.x * 0.45, y: waist.y + below * 0.34 }),
      put(waist),
    ].join(' '),
    'C',
    [
      put({ x: waist.x + out * 0.17, y: waist.y - up * 0.36 }),
      put({ x: waist.x + out * 0.8, y: waist.y - up * 0.56 }),
      put(head),
    ].join(' '),
  ].join('');
}

function dot(head: Point, put: Put): string {
  return `M${put(head)}h0`;
}

/** Three turns of the band, as wide as the waist they hold. */
function drawTie(stalks: number, put: Put): Strokes {
  const half = Math.min(27, 12 + Math.sqrt(stalks) * 1.4);
  const turn = (y: number) =>
    `M${put({ x: CENTRE - half, y })}C${[
      put({ x: CENTRE - half * 0.35, y: y + 9 }),
      put({ x: CENTRE + half * 0.45, y: y + 6 }),
      put({ x: CENTRE + half, y: y - 7 }),
    ].join(' ')}`;
  return { tone: 'berry', width: 11, d: [TIE_Y - 16, TIE_Y, TIE_Y + 16].map(turn).join('') };
}

function toneOf(chance: number): Tone {
  if (chance < 0.3) return 'pale';
  return chance < 0.82 ? 'stalk' : 'ink';
}

/** Pale ones at the back, berries in front. */
function inOrder(strokes: ReadonlyMap<string, Strokes>): Strokes[] {
  const rank = (tone: Strokes['tone']) => (tone === 'berry' ? TONES.length : TONES.indexOf(tone));
  return [...strokes.values()].sort((a, b) => rank(a.tone) - rank(b.tone) || a.width - b.width);
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

/** A tenth of a pixel is enough, and halves the page's weight. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
