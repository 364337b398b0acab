import type { Page } from '@playwright/test';

/** What makes a page scroll sideways, or cuts off its words: one line for each. */
export function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(whatSticksOut);
}

/** Runs in the page. */
export function whatSticksOut(): string[] {
  const faults: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  if (scrollWidth > clientWidth) faults.push(`scrolls sideways: ${scrollWidth} of ${clientWidth} px`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    // What lies in a closed fold keeps the size it had when it was last open.
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || element.closest('svg, dialog, .unseen')) continue;
    // A line of things to pick that scrolls by itself, and brings into view what is focused.
    const strip = element.closest('[data-strip]');
    if (strip !== null && getComputedStyle(strip).overflowX === 'auto') continue;
    if (box.right > clientWidth + 0.5 || box.left < -0.5) faults.push(`sticks out at the side: ${name(element)}`);
    if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && box.width > 8)
      faults.push(`cuts off its words: ${name(element)}`);
  }
  return faults;
}

/** And what lies over the words of a page in a small room: only `banner` may stay while it scrolls. */
export async function reflowFaults(page: Page): Promise<string[]> {
  const over = await page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.tagName !== 'HEADER' && !element.closest('svg, dialog, .unseen'))
      .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1)
      .map(
        (element) =>
          `lies over the words: ${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}"`,
      ),
  );
  return [...(await sidewaysFaults(page)), ...over];
}
