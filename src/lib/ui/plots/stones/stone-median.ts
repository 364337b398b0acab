import { median } from 'd3-array';
import { isChosen, type Choice, type Points } from '../dots/points';
import type { Projection } from '../dots/piles';

export interface Middle {
  readonly x: number;
  readonly y: number;
}

/** The middle of a stone's chosen placements: the median across and the median up, half below and half above. */
export function middleOf(points: Points, choice: Choice): Middle | null {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < points.rows.length; i += 1) {
    if (!isChosen(choice, points.rows[i] ?? 0)) continue;
    xs.push(points.x[i] ?? 0);
    ys.push(points.y[i] ?? 0);
  }
  const x = median(xs);
  const y = median(ys);
  return x === undefined || y === undefined ? null : { x, y };
}

/** On rings only the distance means something: the median distance, at an angle of the stone's own. */
export function ringMiddleOf(points: Points, choice: Choice, index: number, stones: number): Middle | null {
  const distances: number[] = [];
  for (let i = 0; i < points.rows.length; i += 1) {
    if (!isChosen(choice, points.rows[i] ?? 0)) continue;
    distances.push(Math.hypot((points.x[i] ?? 0) - 0.5, (points.y[i] ?? 0) - 0.5));
  }
  const distance = median(distances);
  if (distance === undefined) return null;
  const angle = (2 * Math.PI * index) / Math.max(1, stones) + Math.PI / 2;
  return { x: 0.5 + distance * Math.cos(angle), y: 0.5 + distance * Math.sin(angle) };
}

export interface Badge {
  readonly id: string;
  /** Where the symbol stands, and the median it speaks of, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly atX: number;
  readonly atY: number;
}

/**
 * Symbols kept clear of each other and inside the drawing. A moved one is tied to its median by a line, so that no
 * symbol claims a place that is not its own.
 */
export function spreadBadges(
  middles: readonly { readonly id: string; readonly middle: Middle }[],
  to: Projection,
  size: number,
  box: { readonly width: number; readonly height: number },
): Badge[] {
  const badges = middles.map(({ id, middle }) => {
    const atX = to.x(middle.x);
    const atY = to.y(middle.y);
    return { id, x: atX, y: atY, atX, atY };
  });
  for (let round = 0; round < 60; round += 1) {
    badges.forEach((one, i) => {
      for (const other of badges.slice(i + 1)) pushApart(one, other, size);
    });
    for (const badge of badges) {
      badge.x = Math.min(box.width - size / 2, Math.max(size / 2, badge.x));
      badge.y = Math.min(box.height - size / 2, Math.max(size / 2, badge.y));
    }
  }
  return badges;
}

function pushApart(one: { x: number; y: number }, other: { x: number; y: number }, size: number): void {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const distance = Math.hypot(dx, dy);
  if (distance >= size) return;
  // At the very same place there is no direction: sideways.
  const [ux, uy] = distance < 0.01 ? [1, 0] : [dx / distance, dy / distance];
  const push = (size - distance) / 2 + 0.05;
  one.x -= ux * push;
  one.y -= uy * push;
  other.x += ux * push;
  other.y += uy * push;
}
