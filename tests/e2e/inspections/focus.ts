import type { Page } from '@playwright/test';
import { pressTab } from '../page-objects/tab-key';

/**
 * Walks through a page with the Tab key from its top to its end, and back. One line for everything that can be used and is not
 * reached, and for every stop that is not marked, not in view or under a bar.
 */
export async function focusFaults(page: Page): Promise<string[]> {
  const stops = await page.evaluate(watch);
  // All at once: each stop is looked at in the page, just before the next key takes the focus on.
  await Promise.all([pressTab(page, stops), pressTab(page, 1 - Math.max(1, stops))]);
  return page.evaluate(whatWasSeen);
}

interface Watch {
  readonly usable: readonly HTMLElement[];
  readonly reached: Set<Element>;
  readonly faults: Set<string>;
  readonly listening: AbortController;
  look(): void;
}

declare global {
  interface Window {
    tabWatch?: Watch;
  }
}

/** Runs in the page. @returns how many stops there should be; of a radio group Tab stops at one only */
function watch(): number {
  const named = (element: HTMLElement) =>
    `${element.tagName.toLowerCase()} "${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 40)}"`;
  const within = document.querySelector('dialog[open]') ?? document;
  const groups = new Set<string>();
  const usable = [
    ...within.querySelectorAll<HTMLElement>('a[href], button, input, textarea, summary, [tabindex="0"]'),
  ].filter((element) => {
    if (element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]`)];
    if (group.some(({ checked }) => checked)) return element.checked;
    const first = !groups.has(element.name);
    groups.add(element.name);
    return first;
  });
  // From the very top, as after a load.
  const top = document.createElement('span');
  top.tabIndex = -1;
  if (within instanceof HTMLDialogElement) within.prepend(top);
  else document.body.prepend(top);
  top.focus({ preventScroll: true });
  top.remove();

  const seen: Watch = { usable, reached: new Set(), faults: new Set(), listening: new AbortController(), look };
  window.tabWatch = seen;
  document.addEventListener('keydown', look, { capture: true, signal: seen.listening.signal });
  return usable.length;

  function look() {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return;
    seen.reached.add(element);
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // The pad draws its own mark, in the shape of what it stands round.
    const marked =
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || element.querySelector('.focus, .ring');
    if (!marked) seen.faults.add(`no mark of focus: ${named(element)}`);
    // Of a sheet to write on, the browser scrolls the line with the caret into view, not the sheet.
    const sheet = element instanceof HTMLTextAreaElement;
    const needed = Math.min(sheet ? 120 : Infinity, box.height - 1);
    const shown = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    if (shown < needed || box.left < -0.5 || box.right > innerWidth + 0.5)
      seen.faults.add(`focus out of view: ${named(element)}, ${Math.round(box.top)} to ${Math.round(box.bottom)} px`);
    if (sheet) return;
    const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
    for (const y of [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2]) {
      const bar = document.elementFromPoint(x, Math.min(innerHeight - 1, y))?.closest('header, nav');
      if (bar && !bar.contains(element)) seen.faults.add(`focus under a bar: ${named(element)}`);
    }
  }
}

function whatWasSeen(): string[] {
  const seen = window.tabWatch;
  if (seen === undefined) throw new Error('nothing was watched');
  seen.look();
  seen.listening.abort();
  const missed = seen.usable.filter((element) => !seen.reached.has(element));
  return [
    ...seen.faults,
    ...missed.map(
      (element) =>
        `Tab does not reach ${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`,
    ),
  ];
}
