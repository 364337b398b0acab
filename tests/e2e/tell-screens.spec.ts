import { axeFaults, contrastFaults } from './inspections/axe';
import { frameFaults, stopAndHelp } from './inspections/frame';
import { smallTargets } from './inspections/targets';
import { untouchedFaults } from './inspections/untouched';
import { keptDraft, toldIn } from './page-objects/kept-draft';
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

/** Nothing is kept of these: one is play, the others are told by their own ways on. */
const KEEPS_NOTHING = /^(practice|consent|assent)/;

for (const walker of WALKERS) {
  // One walk and many looks: the walk is what takes the time.
  test(`every screen of a telling (${walker}) keeps what Tell promises, and axe finds nothing on it`, async ({
    page,
    served,
  }) => {
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const axe: string[] = [];
    const untouched: string[] = [];
    const frame: string[] = [];
    const small: string[] = [];
    const unsaved: string[] = [];
    const corners = new Map<string, string>();
    const steps: string[] = [];
    let before = '';
    const walk = new TellWalk(page, served.code, walker, new Pointer(), async ({ name, fresh, again }) => {
      if (fresh) {
        steps.push(name);
        for (const fault of await untouchedFaults(page, name)) untouched.push(`${name}: ${fault}`);
        for (const fault of await frameFaults(page)) frame.push(`${name}: ${fault}`);
        before = toldIn(await keptDraft(page));
      } else if (/, (placed|chosen|written)$/.test(name) && !KEEPS_NOTHING.test(name)) {
        const saved = expect.poll(async () => toldIn(await keptDraft(page)), { timeout: 3000 });
        await saved.not.toBe(before).catch(() => unsaved.push(name));
      }
      if (name !== 'thanks' && !name.endsWith('sheet')) corners.set(await stopAndHelp(page), name);
      small.push(...(await smallTargets(page)).map((fault) => `${name}: ${fault}`));
      if (again && !name.endsWith(', list')) return;
      const found = await axeFaults(page);
      for (const look of LOOKS[walker]) found.push(...(await contrastFaults(page, look)));
      axe.push(...found.map((fault) => `${name}: ${fault}`));
    });
    await walk.all();

    expect.soft(axe, 'axe').toEqual([]);
    expect
      .soft(untouched, 'nothing preselected, nothing placed, "does not fit" there, the way is called Skip')
      .toEqual([]);
    expect.soft(frame, 'one question a screen, "Step 7 of 19"').toEqual([]);
    expect.soft([...corners.values()], 'Stop and Help stand in the same pixel').toHaveLength(1);
    expect.soft(small, 'targets of 48 px').toEqual([]);
    expect.soft(unsaved, 'saved as it happens').toEqual([]);
    expect
      .soft(steps.indexOf('interruption'), 'not for emergencies: said before the story')
      .toBeLessThan(steps.indexOf('story'));
    expect(steps).toContain('interruption');
    expect(steps.length).toBeGreaterThan(20);
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
