import type { Page } from '@playwright/test';

/** What is pressed and is less than 48 px wide or high. A row is as large as its words: they press its radio. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(smallOnes);
}

/** Runs in the page. */
export function smallOnes(): string[] {
  const LEAST = 47.5; // borders may fall on half a pixel
  const within = document.querySelector('dialog[open]') ?? document;
  const targets = within.querySelectorAll<HTMLElement>(
    'a[href], button, summary, textarea, input[type="text"], label:has(input), [role="slider"], [role="application"]',
  );
  return [...targets].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    if (!target.checkVisibility({ visibilityProperty: true }) || (width >= LEAST && height >= LEAST)) return [];
    return [`${Math.round(width)} x ${Math.round(height)} px: ${(target.textContent ?? '').trim().slice(0, 40)}`];
  });
}
