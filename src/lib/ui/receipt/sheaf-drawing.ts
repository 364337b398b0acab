import { seeded } from '../door/seeded';

/** The colours a sheaf is drawn in, by token. */
export type Tone = 'stalk' | 'ink' | 'line' | 'berry';

export interface DrawnStalk {
  /** SVG path data in a 200 x 200 box. */
  readonly path: string;
  readonly width: number;
  readonly tone: Tone;
  readonly opacity: number;
  readonly head: { readonly x: number; readonly y: number; readonly r: number; readonly tone: Tone };
}

export interface DrawnSheaf {
  readonly stalks: readonly DrawnStalk[];
  /** Bands of the tie. */
  readonly tie: readonly string[];
}

const TIE = { x: 100, y: 132 };
/** One seed for everybody: the sheaf says nothing about what was told or skipped, and is never a reward. */
const SEED = 7;
const STALKS = 17;

/** Stalks tied in the middle: spread above, gathered below. */
export function drawSheaf(): DrawnSheaf {
  const random = seeded(SEED);
  const stalks = Array.from({ length: STALKS }, (_, index) => drawStalk((index / (STALKS - 1)) * 2 - 1, random));
  // The middle ones in front: drawn last.
  stalks.sort((a, b) => Math.abs(b.head.x - TIE.x) - Math.abs(a.head.x - TIE.x));
  const tie = [-5, 0, 5].map((dy) => `M${TIE.x - 16} ${TIE.y + dy}q16 ${3 + dy / 5} 32 -1`);
  return { stalks, tie };
}

/** @param side from -1 at one end of the fan to 1 at the other */
function drawStalk(side: number, random: () => number): DrawnStalk {
  const lean = side + (random() - 0.5) * 0.16;
  const angle = lean * 1.02;
  const length = 112 + (random() - 0.5) * 26 - Math.abs(lean) * 12;
  const foot = { x: TIE.x + side * 13, y: TIE.y };
  const top = { x: TIE.x + Math.sin(angle) * length, y: TIE.y - Math.cos(angle) * length };
  const bend = { x: foot.x + (top.x - foot.x) * 0.3, y: TIE.y - length * 0.5 };
  const end = { x: TIE.x + side * 34 + (random() - 0.5) * 4, y: 190 + (random() - 0.5) * 6 };
  const knee = { x: TIE.x + side * 36, y: TIE.y + 24 };
  const tone = random() < 0.16 ? 'ink' : random() < 0.3 ? 'line' : 'stalk';
  const head = random() < 0.5 ? tone : 'stalk';
  return {
    path:
      `M${at(top)}Q${at(bend)} ${at(foot)}` + // spread
      `Q${at(knee)} ${at(end)}`, // gathered
    width: 2.6 + random() * 2.4,
    tone,
    opacity: 0.62 + random() * 0.38,
    head: { ...top, r: 4.4 + random() * 2.2, tone: side === 1 ? 'berry' : head },
  };
}

function at({ x, y }: { x: number; y: number }): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
