import { axeFaults, contrastFaults } from './inspections/axe';
import { Pointer } from './page-objects/hand';
import { TellWalk, WALKERS, type Walker } from './page-objects/tell-walk';
import { expect, test } from './running-server';

/** One audience walks in each of the other looks too. */
const LOOKS: Readonly<Record<Walker, readonly string[]>> = {
  child: ['dark', 'contrast-dark'],
  youth: ['dark'],
  family: ['cream'],
  pro: ['contrast'],
};

test.describe.configure({ mode: 'parallel', timeout: 180_000 });
test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'light' });

for (const walker of WALKERS) {
  test(`axe finds nothing on any screen of a telling (${walker}), nor in ${LOOKS[walker].join(' and ')}`, async ({
    page,
    served,
  }) => {
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    let screens = 0;
    const walk = new TellWalk(page, served.code, walker, new Pointer(), async ({ name, again }) => {
      if (again && !name.endsWith(', list')) return;
      screens += 1;
      const found = await axeFaults(page);
      for (const look of LOOKS[walker]) found.push(...(await contrastFaults(page, look)));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    });
    await walk.all();
    expect(faults).toEqual([]);
    expect(screens).toBeGreaterThan(45);
  });
}

test('axe finds nothing on the screens that lead into Tell and out of it', async ({ page, served }) => {
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  const look = async (name: string) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const found = await axeFaults(page);
    for (const theme of ['dark', 'cream', 'contrast', 'contrast-dark'])
      found.push(...(await contrastFaults(page, theme)));
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  };
  const main = page.getByRole('main');
  const start = `/t/${served.code}`;

  await page.goto('/');
  await page.getByText('Look', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Cream' })).toBeVisible();
  await look('front door, look chooser');
  await page.goto('/offline-shell');
  await look('offline door, nothing known');

  await page.goto(start);
  await page.getByRole('button', { name: 'A child' }).click();
  await page.getByRole('radio').nth(1).check({ force: true });
  await page.reload();
  await look('resumed at its step');
  await page.goto(start);
  await expect(page.getByText('You have a story here.')).toBeVisible();
  await look('start with a story found');
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Keep it here for later' }).click();
  await look('ended, kept');
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.getByRole('button', { name: 'A child' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await look('ended, thrown away');
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await look('ended, left');
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.getByRole('button', { name: 'A parent or carer' }).click();
  await main.getByRole('button', { name: 'I do not agree' }).click();
  await expect(page.getByRole('button', { name: 'Back to the start' })).toBeVisible();
  await look('ended, no');
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.getByRole('button', { name: 'A child' }).click();
  for (let pages = 0; pages < 9; pages += 1) await page.getByRole('button', { name: /^(Next|Skip)$/ }).click();
  await main.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByRole('button', { name: 'Back to the start' })).toBeVisible();
  await look('ended, not now');

  await page.goto(start);
  await page.getByRole('button', { name: 'A child' }).click();
  await page.goto('/offline-shell');
  await expect(page.getByRole('link', { name: served.code })).toBeVisible();
  await look('offline door');
  await page.goto('/t/ZZZZZZ');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('trouble, unknown code');
  await page.goto(`${start}/thanks/01900000-0000-7000-8000-000000000001`);
  await expect(page.getByText('not on this device')).toBeVisible();
  await look('a receipt that is not here');
  await page.route('**/api/v1/collectors/exchange', (route) => route.abort());
  await page.goto('/t/ABCDE');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('trouble, no network');
  expect(faults).toEqual([]);
});
