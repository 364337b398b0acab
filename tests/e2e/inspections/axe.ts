import type AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

type Results = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>;
type Target = Results['violations'][number]['nodes'][number]['target'];

declare global {
  interface Window {
    axe: { run(where: Document | string, how: object): Promise<Results> };
  }
}

// The copy that the Playwright binding uses. The binding itself opens a page of its own for every look; a walk of eighty
// screens looks too often for that, so the rules are put into the page once and stay there while it lives.
const resolve = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFileSync(resolve.resolve('axe-core/axe.min.js'), 'utf8');

async function rulesIn(page: Page): Promise<void> {
  if (await page.evaluate(() => typeof window.axe === 'undefined')) await page.evaluate(source);
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What breaks WCAG 2.2 A and AA or good practice, one line for each element. */
export async function axeFaults(page: Page): Promise<string[]> {
  await rulesIn(page);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    const faults = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ id, help, node })));
    const stand: typeof faults = [];
    for (const fault of faults) if (fault.id !== 'target-size' || (await isSmall(fault.node.target))) stand.push(fault);
    return stand.map(({ id, help, node }) => `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 120)}`);

    /** A target that lies half under the bar at the foot is measured again where the teller would press it: scrolled clear. */
    async function isSmall(target: Target): Promise<boolean> {
      const before = scrollY;
      const selector = String(target[0]);
      document.querySelector(selector)?.scrollIntoView({ block: 'center' });
      const again = await window.axe.run(selector, { runOnly: ['target-size'], resultTypes: ['violations'] });
      scrollTo(0, before);
      return again.violations.length > 0;
    }
  }, TAGS);
}

/** The contrast of words alone, in another look. */
export async function contrastFaults(page: Page, look: string): Promise<string[]> {
  await rulesIn(page);
  return page.evaluate(async (theme) => {
    const root = document.documentElement;
    const before = root.dataset['theme'];
    root.dataset['theme'] = theme;
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'rule', values: ['color-contrast'] },
      resultTypes: ['violations'],
    });
    if (before === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = before;
    return violations.flatMap(({ nodes }) =>
      nodes.map((node) => `${theme}: ${node.failureSummary ?? ''} ${node.target.join(' ')}`),
    );
  }, look);
}
