import type { Page } from '@playwright/test';

/** Where Stop begins and Help ends, CSS px of the window: "12,6 and 348,6". */
export function stopAndHelp(page: Page): Promise<string> {
  return page.evaluate(() => {
    const buttons = [...document.querySelectorAll('header button')].map((button) => button.getBoundingClientRect());
    const [stop, help] = [buttons[0], buttons.at(-1)];
    if (stop === undefined || help === undefined || buttons.length !== 2) return `${buttons.length} buttons`;
    return `${stop.left},${stop.top} and ${help.right},${help.top}`;
  });
}

/** One question a screen, and where it is among the others, for who cannot see the stalks. */
export function frameFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const heads = document.querySelectorAll('h1').length;
    const place = document.querySelector('svg[role="img"].stalks')?.getAttribute('aria-label') ?? '';
    return [
      ...(heads === 1 ? [] : [`${heads} questions`]),
      ...(/^Step \d+ of \d+$/.test(place) ? [] : [`the steps are called "${place}"`]),
    ];
  });
}
