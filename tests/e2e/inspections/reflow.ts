import type { Page } from '@playwright/test';

/** What makes a page scroll sideways, or lies over its words: one line for each. Only `banner` may stay while it scrolls. */
export function reflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    if (scrollWidth > clientWidth) faults.push(`scrolls sideways: ${scrollWidth} of ${clientWidth} px`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const style = getComputedStyle(element);
      if (style.display === 'none' || style.visibility === 'hidden') continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || element.closest('svg, dialog, .unseen')) continue;
      if (box.right > clientWidth + 0.5 || box.left < -0.5) faults.push(`sticks out at the side: ${name(element)}`);
      if (['sticky', 'fixed'].includes(style.position) && element.tagName !== 'HEADER')
        faults.push(`lies over the words: ${name(element)}`);
      if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && box.width > 8)
        faults.push(`cuts off its words: ${name(element)}`);
    }
    return faults;
  });
}
