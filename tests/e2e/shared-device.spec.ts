import type { Page } from '@playwright/test';
import { HastyTeller } from './page-objects/hasty-teller';
import { leftIn } from './page-objects/left-in-browser';
import { inMode } from './page-objects/shared-device';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

const WORD = 'Quillwort';
const TEXT = `A made-up story: ${WORD} was late again.`;

/** All four in sight: one of them may be a word of the page itself. */
async function shows(page: Page, words: readonly string[]): Promise<boolean> {
  const text = await page.locator('body').innerText();
  return words.every((word) => new RegExp(`\\b${word}\\b`).test(text));
}

for (const { mode, tag } of [
  { mode: 'session', tag: [] },
  { mode: 'kiosk', tag: ['@repeated'] },
] as const) {
  test(
    `nothing of a story can be read on a shared device once it was told (${mode})`,
    { tag: [...tag] },
    async ({ page, served }) => {
      await inMode(page, mode);
      const teller = new HastyTeller(page);
      await teller.open(`/t/${served.code}`);
      await teller.untilKeptForLater();
      await teller.begin();
      await teller.write(TEXT);
      expect(await leftIn(page), 'what is looked for would be found').toContain(WORD);
      await teller.send();
      const { words } = await teller.receipt();
      await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
      await page.getByRole('button', { name: 'Done' }).click();
      await expect(page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();

      expect(await leftIn(page)).not.toContain(WORD);
      expect(await shows(page, words)).toBe(false);
      for (let back = 0; back < 5; back += 1) {
        await page.goBack().catch(() => null);
        expect(await leftIn(page), `${back + 1} steps back`).not.toContain(WORD);
        expect(await shows(page, words), `${back + 1} steps back`).toBe(false);
      }
    },
  );
}

test('nor does the next person find the four words by going back and forward, where nobody pressed Done', async ({
  page,
  served,
}) => {
  await inMode(page, 'session');
  const teller = new HastyTeller(page);
  await teller.open(`/t/${served.code}`);
  await teller.untilKeptForLater();
  await teller.begin();
  await teller.write(TEXT);
  await teller.send();
  const { words } = await teller.receipt();
  expect(await shows(page, words), 'what is looked for would be found').toBe(true);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not on this device');
  expect(await shows(page, words)).toBe(false);
  await expect(page.getByRole('button', { name: 'Take my story back' })).toHaveCount(0);
});

test('nor once it was thrown away', async ({ page, served }) => {
  await inMode(page, 'session');
  const teller = new HastyTeller(page);
  await teller.open(`/t/${served.code}`);
  await teller.begin();
  await teller.write(TEXT);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByRole('heading', { name: 'It is thrown away.' })).toBeVisible();
  expect(await leftIn(page)).not.toContain(WORD);
});
