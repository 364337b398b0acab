/** A box in CSS px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stone that needs its name beside it. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly body: Box;
  readonly foot: { readonly x: number; readonly y: number };
  readonly hangs: boolean;
}

const LINE = 18;
/** Average width of a bold letter at 16 px. */
const LETTER = 9;
const GAP = 3;
const FOOT = 11;

/**
 * A place for each name: under its stone when that is free, else beside or above it, where it covers the least of
 * other stones and names and stays on the canvas. Names are placed in the order of the stones, so that nothing jumps
 * when an unrelated stone moves.
 */
export function placeNames(
  stones: readonly Named[],
  canvas: { width: number; height: number },
  maxWidth: number,
  obstacles: readonly Box[] = [],
): Map<string, Box> {
  const placed = new Map<string, Box>();
  for (const stone of stones) {
    const others = stones
      .filter((other) => other.id !== stone.id)
      .flatMap((other) => [other.body, footBox(other)])
      .concat(obstacles);
    let best: Box | undefined;
    let bestCost = Infinity;
    candidates(stone, maxWidth).forEach((candidate, order) => {
      const box = kept(candidate, canvas);
      const inTheWay = [...others, ...placed.values()].reduce((sum, other) => sum + overlap(box, other), 0);
      const onItself = overlap(box, stone.body) + 4 * overlap(box, footBox(stone));
      const cost = inTheWay + onItself + order * 30;
      if (cost < bestCost) {
        best = box;
        bestCost = cost;
      }
    });
    if (best !== undefined) placed.set(stone.id, best);
  }
  return placed;
}

/** Room a name takes when its words are broken into lines of at most `maxWidth`. */
export function nameSize(name: string, maxWidth: number): { width: number; height: number } {
  const perLine = Math.floor(maxWidth / LETTER);
  const lines: number[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last + 1 + word.length <= perLine) lines[lines.length - 1] = last + 1 + word.length;
    else lines.push(word.length);
  }
  return { width: Math.ceil(Math.max(...lines) * LETTER) + 4, height: lines.length * LINE };
}

function candidates({ name, body, foot, hangs }: Named, maxWidth: number): Box[] {
  const { width, height } = nameSize(name, maxWidth);
  const middle = body.x + body.width / 2;
  const beside = body.y + (body.height - height) / 2;
  const under = hangs ? body.y + body.height + GAP : foot.y + FOOT;
  const over = (hangs ? foot.y - FOOT : body.y - GAP) - height;
  return [
    { x: middle - width / 2, y: under, width, height },
    { x: body.x + body.width + GAP, y: beside, width, height },
    { x: body.x - GAP - width, y: beside, width, height },
    { x: middle - width / 2, y: over, width, height },
  ];
}

/** Moved back onto the canvas where it stuck out. */
function kept(box: Box, canvas: { width: number; height: number }): Box {
  const x = Math.min(canvas.width - box.width, Math.max(0, box.x));
  return { ...box, x, y: Math.min(canvas.height - box.height - GAP, box.y) };
}

function footBox({ foot }: Named): Box {
  return { x: foot.x - FOOT, y: foot.y - FOOT, width: 2 * FOOT, height: 2 * FOOT };
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}
