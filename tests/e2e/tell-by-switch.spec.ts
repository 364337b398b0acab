import type { Locator, Page } from '@playwright/test';
import { keptDraft } from './page-objects/kept-draft';
import { expect, test } from './running-server';

test.describe.configure({ timeout: 120_000 });
test.use({ viewport: { width: 360, height: 740 } });

const MOST_STOPS = 80;

/** Tab, Enter and Space, forwards only: what a switch that walks through a page can press. */
class Switch {
  constructor(private readonly page: Page) {}

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return this.page.keyboard.press(key);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the switch does not reach ${target.toString()}`);
  }
}

test('a young person tells with a switch: Tab, Enter and Space alone', async ({ page, served }) => {
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const by = new Switch(page);
  const main = page.getByRole('main');
  const onward = page.getByRole('navigation').getByRole('button').last();

  await page.goto(`/t/${served.code}`);
  await by.press(page.getByRole('button', { name: 'A young person' }));
  await expect.poll(() => page.url()).toContain('/demo.age');
  await by.press(page.getByRole('button', { name: 'Reading' }));
  await by.press(page.getByRole('checkbox', { name: /Stop at every choice/ }), 'Space');
  await by.press(page.getByRole('dialog').getByRole('button', { name: 'Done' }));

  for (let screens = 0; screens < 40 && !page.url().endsWith('/check'); screens += 1) {
    const before = page.url();
    const agree = main.getByRole('button', { name: /^(Yes|I agree)/ });
    if (before.endsWith('/story')) {
      await by.press(main.getByRole('button', { name: 'Pictures' }));
      await by.press(main.getByRole('button', { name: 'no', exact: true }));
      await by.press(main.getByRole('button', { name: 'help', exact: true }));
      await by.press(onward);
      await expect(main.getByRole('list', { name: 'Your pictures' })).toBeVisible();
      await by.press(onward);
    } else if (await agree.isVisible()) {
      for (const line of await main.getByRole('checkbox').all()) await by.press(line, 'Space');
      await by.press(agree);
    } else {
      const list = main.getByRole('button', { name: 'List', exact: true });
      if (await list.isVisible()) await by.press(list);
      const choices = main.getByRole('radio');
      // Not the first: that one alone would be reached in a group of the browser's own.
      const third = choices.nth(Math.min(2, (await choices.count()) - 1));
      if ((await choices.count()) > 0) {
        await by.press(third, 'Space');
        await expect(third).toBeChecked();
      }
      await by.press(onward);
    }
    await expect.poll(() => page.url()).not.toBe(before);
  }

  const draft = await keptDraft(page);
  expect(draft?.symbols).toEqual(['no', 'help']);
  expect(draft?.answers['triad.right']).toMatchObject({ state: 'answered', method: 'zones' });
  expect(draft?.answers['dyad.alone']).toMatchObject({ state: 'answered' });
  await by.press(onward);
  await expect(page.getByText('Your four words')).toBeVisible();
});
