import { HastyTeller } from './page-objects/hasty-teller';
import { leftIn } from './page-objects/left-in-browser';
import { inMode } from './page-objects/shared-device';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

const WORD = 'Quillwort';
const TEXT = `A made-up story: ${WORD} was late again.`;

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

      const left = await leftIn(page);
      expect(left).not.toContain(WORD);
      expect(left).not.toContain(words.join(' '));
      for (let back = 0; back < 5; back += 1) {
        await page.goBack().catch(() => null);
        expect(await leftIn(page), `${back + 1} steps back`).not.toContain(WORD);
      }
    },
  );
}

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
