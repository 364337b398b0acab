import { CHROMIUM_ARGS } from '../../scripts/chromium.mjs';
import { keptDraft } from './page-objects/kept-draft';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });
test.use({
  viewport: { width: 360, height: 740 },
  permissions: ['microphone'],
  // Chromium's own beeping microphone.
  launchOptions: async ({ launchOptions }, use) => {
    await use({
      ...launchOptions,
      args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    });
  },
});

test('a child tells with pictures and voice alone, a crash loses no more than the last seconds, and it arrives', async ({
  page,
  served,
}) => {
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const main = page.getByRole('main');
  const onward = page.getByRole('navigation').getByRole('button').last();
  const on = async () => {
    const before = page.url();
    await onward.click();
    await expect.poll(() => page.url()).not.toBe(before);
  };
  const at = (step: string) => page.url().includes(`/${step}`);

  await page.goto(`/t/${served.code}`);
  await page.getByRole('button', { name: 'A child' }).click();
  await expect.poll(() => page.url()).toContain('/demo.age');
  await main.getByRole('radio').nth(1).check({ force: true });
  for (let screens = 0; screens < 20 && !at('story'); screens += 1) {
    const before = page.url();
    for (const line of await main.getByRole('checkbox').all()) await line.check({ force: true });
    const yes = main.getByRole('button', { name: /^(Yes|I agree|I am)/ });
    if (await yes.first().isVisible()) await yes.first().click();
    else await onward.click();
    await expect.poll(() => page.url()).not.toBe(before);
  }

  await main.getByRole('button', { name: 'Speak' }).click();
  await main.getByRole('button', { name: 'Start to talk' }).click();
  await expect(main.getByText('It keeps what you say')).toBeVisible();
  // Longer than one part, so that there is something to find after the crash.
  await expect(main.getByText(/0:06 of 5:00/)).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await main.getByRole('button', { name: 'Speak' }).click();
  await expect(main.getByText('You talked before. Do you want to keep it?')).toBeVisible();
  await main.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(main.getByText(/^Your voice/)).toBeVisible();
  await main.getByRole('button', { name: 'Listen to it' }).click();
  await expect(main.getByRole('button', { name: 'Stop listening' })).toBeVisible();
  await onward.click();

  await main.getByRole('button', { name: 'Pictures' }).click();
  await main.getByRole('button', { name: 'no', exact: true }).click();
  await main.getByRole('button', { name: 'Body' }).click();
  await main.getByRole('button', { name: 'hurt', exact: true }).click();
  await main.getByRole('button', { name: 'People' }).click();
  await main.getByRole('button', { name: 'mum', exact: true }).click();
  await onward.click();
  await expect(main.getByRole('list', { name: 'Your pictures' }).getByRole('listitem')).toHaveText([
    'no',
    'hurt',
    'mum',
  ]);
  await on();

  // Every triad by "how much", every other question by its picture, nothing typed.
  for (let screens = 0; screens < 30 && !at('check'); screens += 1) {
    const amounts = main.getByRole('button', { name: 'How much' });
    if (/\/triad\./.test(page.url())) {
      if (await amounts.isVisible()) await amounts.click();
      for (const label of await main.getByRole('radiogroup').all())
        await label.getByRole('radio').nth(1).check({ force: true });
    } else if (/\/(mcq|dyad)\./.test(page.url())) await main.getByRole('radio').first().check({ force: true });
    await on();
  }
  const draft = JSON.parse(JSON.stringify(await keptDraft(page))) as Record<string, never>;
  expect(draft).toMatchObject({ text: '', symbols: ['no', 'hurt', 'mum'], media: [{ kind: 'voice' }] });
  expect(draft['answers']).toMatchObject({ 'triad.right': { state: 'answered', method: 'steps', steps: [1, 1, 1] } });

  await expect(main.getByText(/^Your voice/)).toBeVisible();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your four words')).toBeVisible();
  await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 30_000 });
});
