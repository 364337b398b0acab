import type { Page } from '@playwright/test';

/** What `markNewKinds` has marked. */
export const NEW_KIND = '[data-new-kind]';

/** Those that any page of this process has shown, for each set of looks they were seen in: all walks share the same rules of style. */
const seenIn = new Map<string, Set<string>>();

/**
 * Marks the words of a kind that was not looked at before in these looks. A kind is what an element that holds text, and all around it,
 * are by tag, class and state: two of a kind get the same colours of every style sheet, so a look that wrongs one wrongs
 * the other.
 * @returns how many are marked
 */
export async function markNewKinds(page: Page, looks: readonly string[]): Promise<number> {
  const key = looks.join();
  const seen = seenIn.get(key) ?? new Set();
  seenIn.set(key, seen);
  const kinds = await page.evaluate(
    (before) => {
      const STATES = ['aria-pressed', 'aria-checked', 'aria-expanded', 'aria-current', 'aria-disabled', 'open'];
      const seen = new Set(before);
      const known = new Map<Element, string>();
      const kindOf = (element: Element): string => {
        const before = known.get(element);
        if (before !== undefined) return before;
        const states = STATES.map((name) => element.getAttribute(name) ?? '').join();
        const colours = (element.getAttribute('style') ?? '').match(
          /[^;]*(?:color|background|opacity|fill|filter)[^;]*/g,
        );
        const set = element.matches(':checked, :disabled, label:has(:checked)');
        const own = `${element.tagName}.${element.getAttribute('class') ?? ''}[${states}${colours?.join() ?? ''}${set}]`;
        const kind = element.parentElement === null ? own : `${kindOf(element.parentElement)} ${own}`;
        known.set(element, kind);
        return kind;
      };
      const holders = new Set<HTMLElement>(document.querySelectorAll<HTMLElement>('input, textarea'));
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
        if (text.parentElement?.checkVisibility() && text.textContent?.trim()) holders.add(text.parentElement);
      const kinds: string[] = [];
      for (const holder of holders) {
        const kind = kindOf(holder);
        if (seen.has(kind)) continue;
        seen.add(kind);
        kinds.push(kind);
        holder.dataset['newKind'] = '';
      }
      return kinds;
    },
    [...seen],
  );
  for (const kind of kinds) seen.add(kind);
  return kinds.length;
}

export function unmarkKinds(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-new-kind]')) delete element.dataset['newKind'];
  });
}
