import type { Page } from '@playwright/test';
import { PAINTED } from '$lib/explore/after-paint';

/** One brush step as the page saw it, in milliseconds from the input event. */
export interface Step {
  /** Until the frame with the new numbers and dots had been laid out and painted. */
  readonly painted: number;
  /** Until the frame after it could begin: what the compositor holds up is in here. */
  readonly nextFrame: number;
}

/** The input event that a step begins with. */
type Kind = 'pointermove' | 'click';

interface Clock {
  arm(kind: Kind): void;
  step(): Promise<Step>;
  paints: number[];
}
declare global {
  interface Window {
    stepClock: Clock;
  }
}

/** Listens for real input events and for the marks that the wall sets when a selection has been painted. */
export async function startClock(page: Page): Promise<void> {
  await page.evaluate((painted) => {
    let input: number | null = null;
    let awaited: string = 'pointermove';
    let answer: ((step: Step) => void) | null = null;
    const clock: Clock = {
      paints: [],
      arm: (kind) => {
        input = null;
        awaited = kind;
      },
      step: () =>
        new Promise((resolve, reject) => {
          const late = setTimeout(() => reject(new Error('this step painted nothing')), 10_000);
          answer = (step) => {
            clearTimeout(late);
            resolve(step);
          };
        }),
    };
    window.stepClock = clock;
    const seen = (event: Event): void => {
      if (event.type === awaited) input ??= event.timeStamp;
    };
    for (const kind of ['pointermove', 'click']) window.addEventListener(kind, seen, { capture: true });
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) {
        if (name !== painted) continue;
        clock.paints.push(startTime);
        const began = input;
        const waiting = answer;
        if (began === null || waiting === null || startTime < began) continue;
        answer = null;
        requestAnimationFrame(() => waiting({ painted: startTime - began, nextFrame: performance.now() - began }));
      }
    }).observe({ entryTypes: ['mark'] });
  }, PAINTED);
}

/** Does one thing with the pointer and waits until the wall shows what follows from it. */
export async function timed(page: Page, kind: Kind, move: () => Promise<void>): Promise<Step> {
  await page.evaluate((awaited) => window.stepClock.arm(awaited), kind);
  const step = page.evaluate(() => window.stepClock.step());
  await move();
  return step;
}

/** Processor time of the page's main thread so far, in milliseconds: what a busy machine cannot stretch by waiting. */
export async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}
