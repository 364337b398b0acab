/** A point of whatever plane the polygon lies in. */
export type Point = readonly [x: number, y: number];

const ON_BORDER = 1e-9;

/** Even-odd; a point on the border is inside, so that a lasso along the triangle's edge catches the dots on it. */
export function inPolygon(points: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let [px, py] = points[points.length - 1] ?? [0, 0];
  for (const [qx, qy] of points) {
    if (touches(px, py, qx, qy, x, y)) return true;
    if (py > y !== qy > y && x < ((qx - px) * (y - py)) / (qy - py) + px) inside = !inside;
    px = qx;
    py = qy;
  }
  return inside;
}

function touches(px: number, py: number, qx: number, qy: number, x: number, y: number): boolean {
  const dx = qx - px;
  const dy = qy - py;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - px) * dx + (y - py) * dy) / length));
  const ox = x - px - along * dx;
  const oy = y - py - along * dy;
  return ox * ox + oy * oy <= ON_BORDER * ON_BORDER;
}
