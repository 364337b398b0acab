import type { Locator, Page } from '@playwright/test';
import { timed, type Step } from './step-clock';

type Place = readonly [x: number, y: number];

/** Places of a gesture, in shares of a picture's width and height: pressed at the first, moved over the others. */
export function spiral(moves: number): Place[] {
  return Array.from({ length: moves + 1 }, (_, move): Place => {
    const angle = (move / 20) * 2 * Math.PI;
    const reach = 0.16 + (0.18 * move) / moves;
    return [0.5 + reach * Math.cos(angle), 0.55 + reach * Math.sin(angle)];
  });
}

/** To and fro over a picture's bins; every move ends in another bin. */
export function sweep(moves: number, bins: number): Place[] {
  return Array.from({ length: moves + 1 }, (_, move): Place => {
    const turn = move % (2 * (bins - 1));
    const bin = turn < bins ? turn : 2 * (bins - 1) - turn;
    return [(bin + 0.5) / bins, 0.5];
  });
}

async function toPixels(picture: Locator, places: readonly Place[]): Promise<Place[]> {
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the picture is not on screen');
  return places.map(([x, y]): Place => [box.x + x * box.width, box.y + y * box.height]);
}

/** One step after the other: the next move is made when the one before has been painted. */
export async function stepwise(page: Page, picture: Locator, places: readonly Place[], first = 1): Promise<Step[]> {
  const [start = [0, 0], ...path] = await toPixels(picture, places);
  await page.mouse.move(...start);
  await page.mouse.down();
  const steps: Step[] = [];
  for (const [index, place] of path.entries()) {
    // A lasso of one or two points is none yet, and paints nothing.
    if (index + 1 < first) await page.mouse.move(...place);
    else steps.push(await timed(page, 'pointermove', () => page.mouse.move(...place)));
  }
  await page.mouse.up();
  return steps;
}

/** As a hand draws: a move every 16 ms, whatever the wall does. Milliseconds between the paints that came of it. */
export async function flowing(page: Page, picture: Locator, places: readonly Place[]): Promise<number[]> {
  const [start = [0, 0], ...path] = await toPixels(picture, places);
  await page.mouse.move(...start);
  await page.mouse.down();
  await page.evaluate(() => (window.stepClock.paints.length = 0));
  const began = performance.now();
  for (const [index, place] of path.entries()) {
    const due = began + index * 16;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    await page.mouse.move(...place);
  }
  await page.waitForTimeout(200);
  const paints = await page.evaluate(() => window.stepClock.paints);
  await page.mouse.up();
  return paints.slice(1).map((paint, index) => paint - (paints[index] ?? paint));
}
