import type { Page } from '@playwright/test';
import type { WalkWords } from '../page-objects/walk-words';

/** Steps that have a shape and a list. */
export const PLACED = /^(triad|practice|stones)\b/;

/**
 * Where a shape's words do not fit at its corners, the list is what a placed question opens with: the shape of a triad is one
 * press away, stones are the list alone. For a step of these that nobody has touched, and a teller who has not chosen the shape.
 */
export async function listFirstFaults(page: Page, step: string, words: WalkWords): Promise<string[]> {
  const main = page.getByRole('main');
  const drawings = page.getByRole('application').or(page.getByRole('group', { name: words.field }));
  const rows = main.getByRole('radio').or(main.locator('[aria-expanded]')).first();
  const ways = await page.getByRole('button', { name: words.showShape }).count();
  const faults: string[] = [];
  if ((await drawings.count()) > 0) faults.push('a drawing comes first');
  if (!(await rows.isVisible())) faults.push('there is no list');
  if (ways !== (step.startsWith('stones') ? 0 : 1)) faults.push(`${ways} ways to the shape`);
  return faults;
}
