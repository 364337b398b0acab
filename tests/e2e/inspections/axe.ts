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
// screens looks too often for that, so the rules are put into the page at its first look and stay there while it lives.
const resolve = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFileSync(resolve.resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What other colours can break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface Asked {
  readonly type: 'tag' | 'rule';
  readonly values: readonly string[];
  readonly off?: readonly string[];
}

/** What breaks WCAG 2.2 A and AA or good practice, one line for each element; on the whole page, or within the first of a selector. */
export function axeFaults(page: Page, part = 'html'): Promise<string[]> {
  return faultsOf(page, { type: 'tag', values: TAGS }, part);
}

/**
 * Of that, what does not depend on the colours. Those are measured where there are words of a kind that no page before had
 * (`colourLookFaults`), for a wall repeats few kinds a thousand times.
 */
export function axeFaultsBesideColours(page: Page, part = 'html'): Promise<string[]> {
  return faultsOf(page, { type: 'tag', values: TAGS, off: OF_COLOUR }, part);
}

/**
 * The same without the sizes of targets, which are nearly half of what a look takes: the ends of a span on a plot are drawn by
 * pointer, too, and stand close.
 */
export function axeFaultsBesideTargets(page: Page, part = 'html'): Promise<string[]> {
  return faultsOf(page, { type: 'tag', values: TAGS, off: ['target-size', ...OF_COLOUR] }, part);
}

/** What depends on the colours. */
export function colourFaults(page: Page, part = 'html'): Promise<string[]> {
  return faultsOf(page, { type: 'rule', values: OF_COLOUR }, part);
}

/**
 * The contrast of words alone, in other looks, one after the other. All in one go, for asking a page from outside for each look
 * took as long as looking.
 */
export function contrastFaults(page: Page, looks: readonly string[], part = 'html'): Promise<string[]> {
  return faultsOf(page, { type: 'rule', values: ['color-contrast'] }, part, looks);
}

/** @param looks other than the one that the page has on: it is put on again at the end */
async function faultsOf(page: Page, asked: Asked, part: string, looks: readonly string[] = []): Promise<string[]> {
  const how = { asked, part, looks };
  const found = await page.evaluate(look, how);
  if (found !== null) return found;
  await page.evaluate(source);
  return (await page.evaluate(look, how)) ?? ['the rules cannot be put into the page'];
}

/** Runs in the page. @returns null where it has no rules yet */
async function look({
  asked: { off = [], ...only },
  part,
  looks,
}: {
  asked: Asked;
  part: string;
  looks: readonly string[];
}): Promise<string[] | null> {
  if (typeof window.axe === 'undefined') return null;
  const { dataset } = document.documentElement;
  const before = dataset['theme'];
  if (looks.length === 0) return inThisLook();
  const faults: string[] = [];
  for (const theme of looks) {
    dataset['theme'] = theme;
    faults.push(...(await inThisLook()).map((fault) => `${theme}: ${fault}`));
  }
  if (before === undefined) delete dataset['theme'];
  else dataset['theme'] = before;
  return faults;

  async function inThisLook(): Promise<string[]> {
    const { violations } = await window.axe.run(part === 'html' ? document : part, {
      runOnly: only,
      rules: {
        // Off unless asked for: a rule of WCAG 2.2.
        ...(only.type === 'tag' && { 'target-size': { enabled: true } }),
        ...Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
      },
      resultTypes: ['violations'],
      // Only the rule about sound that starts by itself needs what is loaded first; reading every style sheet takes a fifth of a look.
      preload: document.querySelector('[autoplay]') !== null,
    });
    const faults = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ id, help, node })));
    const stand: typeof faults = [];
    for (const fault of faults) if (fault.id !== 'target-size' || (await isSmall(fault.node.target))) stand.push(fault);
    return stand.map(({ id, help, node }) => {
      const why = id === 'color-contrast' ? (node.failureSummary ?? help) : help;
      return `${id} (${why}): ${node.target.join(' ')} ${node.html.slice(0, 120)}`;
    });
  }

  /** A target that lies half under the bar at the foot is measured again where the teller would press it: scrolled clear. */
  async function isSmall(target: Target): Promise<boolean> {
    const before = scrollY;
    const selector = String(target[0]);
    document.querySelector(selector)?.scrollIntoView({ block: 'center' });
    const again = await window.axe.run(selector, { runOnly: ['target-size'], resultTypes: ['violations'] });
    scrollTo(0, before);
    return again.violations.length > 0;
  }
}
