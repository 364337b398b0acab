/** Points of an outline before they are joined by a curve. */
const POINTS = 14;
/** How far two slow waves may push the outline in, in shares of the radius: one makes it long, one makes it lean. */
const WAVES = [
  { turns: 2, most: 0.05 },
  { turns: 3, most: 0.045 },
] as const;

/**
 * The outline of a pebble as SVG path data, in a box of the given size round (0, 0). The same seed always gives the
 * same pebble, so that a stone keeps its shape on every screen.
 */
export function pebblePath(seed: string, width: number, height: number): string {
  const random = seeded(seed);
  const waves = WAVES.map(({ turns, most }) => ({
    turns,
    size: most * (0.5 + random() / 2),
    start: random() * 2 * Math.PI,
  }));
  const points = Array.from({ length: POINTS }, (_, i) => {
    const angle = (i / POINTS) * 2 * Math.PI;
    const reach = waves.reduce((sum, wave) => sum - wave.size * (1 + Math.cos(wave.turns * angle + wave.start)), 1);
    return [(Math.cos(angle) * reach * width) / 2, (Math.sin(angle) * reach * height) / 2] as const;
  });
  return closedCurve(points);
}

/** A closed Catmull-Rom curve through the points, as cubic Bezier pieces. */
function closedCurve(points: readonly (readonly [number, number])[]): string {
  const at = (i: number) => points[(i + points.length) % points.length] ?? [0, 0];
  const pieces = points.map((_, i) => {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const out = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const back = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...out, ...back, ...to].map((value) => value.toFixed(1)).join(' ')}`;
  });
  return `M${at(0)
    .map((value) => value.toFixed(1))
    .join(' ')}${pieces.join('')}Z`;
}

/** mulberry32 over an FNV-1a hash: small, and even enough for shapes. */
function seeded(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
