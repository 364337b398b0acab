import type { Page } from '@playwright/test';
import { Keys, Pointer, type Hand } from './page-objects/hand';
import { keptDraft } from './page-objects/kept-draft';
import { TellWalk } from './page-objects/tell-walk';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });
test.use({ viewport: { width: 360, height: 740 } });

const nothing = () => Promise.resolve();

test('going all the way back and on again loses nothing, nor does a reload in between', async ({ page, served }) => {
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const walk = new TellWalk(page, served.code, 'child', new Pointer(), nothing);
  await walk.start();
  while (walk.step() !== 'check') await walk.screen();
  const told = await page.getByRole('main').innerText();
  expect(told).toContain('somebody waited with me');

  const way = (name: RegExp) => page.getByRole('navigation').getByRole('button', { name });
  const turn = async (name: RegExp) => {
    const before = page.url();
    await way(name).click();
    await expect.poll(() => page.url()).not.toBe(before);
  };
  while (walk.step() !== 'demo.age') await turn(/^Back$/);
  await page.reload();
  await expect(page.getByRole('radio').first()).toBeChecked();
  while (walk.step() !== 'check') await turn(/^(Next|Skip)$/);
  expect(await page.getByRole('main').innerText()).toBe(told);
});

/** The step alone, as a reload or a bookmark opens it. */
async function open(page: Page, code: string, step: string): Promise<void> {
  await page.goto(`/t/${code}/${step}`);
  await expect(page.getByRole('navigation')).toBeVisible();
}

test('the way in which something was placed is kept with it', async ({ page, served }) => {
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const walk = new TellWalk(page, served.code, 'youth', new Pointer(), nothing);
  await walk.start();
  while (walk.step() !== 'story') await walk.screen();
  const answer = async (step: string) => (await keptDraft(page))?.answers[step] ?? { state: 'unanswered' as const };
  const main = page.getByRole('main');

  const onShape = async (hand: Hand, step: string, surface: 'application' | 'slider') => {
    await open(page, served.code, step);
    await hand.place(page.getByRole(surface));
  };
  await onShape(new Pointer(), 'triad.right', 'application');
  await expect.poll(() => answer('triad.right')).toMatchObject({ state: 'answered', method: 'pointer' });
  await onShape(new Keys(page), 'triad.right', 'application');
  await expect.poll(() => answer('triad.right')).toMatchObject({ state: 'answered', method: 'keyboard' });
  await main.getByRole('button', { name: 'List' }).click();
  await new Pointer().pick(main.getByRole('radio').nth(3));
  await expect.poll(() => answer('triad.right')).toMatchObject({ method: 'zones', zone: 'AB' });

  await onShape(new Pointer(), 'dyad.alone', 'slider');
  await expect.poll(() => answer('dyad.alone')).toMatchObject({ state: 'answered', method: 'pointer' });
  await onShape(new Keys(page), 'dyad.alone', 'slider');
  await expect.poll(() => answer('dyad.alone')).toMatchObject({ state: 'answered', method: 'keyboard' });
  await new Pointer().pick(main.getByRole('radio').first());
  await expect.poll(() => answer('dyad.alone')).toMatchObject({ method: 'steps', step: 1 });

  // Behind "two more minutes?".
  await open(page, served.code, 'more');
  await new Pointer().pick(main.getByRole('radio').first());
  await expect.poll(async () => (await keptDraft(page))?.more).toBe(true);
  await open(page, served.code, 'stones.helped');
  const tray = page.getByRole('group', { name: 'Stones to place' });
  const field = page.getByRole('group', { name: 'Where the stones go' });
  await new Pointer().placeStone(tray, field);
  await new Keys(page).placeStone(tray);
  await main.getByRole('button', { name: 'Use a list' }).click();
  await main.locator('button[aria-expanded]').nth(2).click();
  await new Pointer().pick(main.getByRole('radio').first());
  await new Pointer().pick(main.getByRole('radio').last());
  const methods = async () => {
    const stones = await answer('stones.helped');
    if (stones.state !== 'answered' || stones.kind !== 'stones') return [];
    return Object.values(stones.stones).map((stone) => (stone.state === 'placed' ? stone.method : stone.state));
  };
  await expect.poll(methods).toEqual(['pointer', 'keyboard', 'list']);
});
