import type { Page } from '@playwright/test';
import { AUDIENCES } from '../../src/lib/domain/audience';
import { axeFaults } from './inspections/axe';
import { reflowFaults } from './inspections/reflow';
import { rowsOnDevice } from './page-objects/device-store';
import { Staff } from './page-objects/staff';
import { expect, test } from './running-server';

test.use({ installation: 'arabic', locale: 'en-GB', viewport: { width: 360, height: 740 }, actionTimeout: 20_000 });
test.describe.configure({ timeout: 120_000 });

const WORDS = 'كلمات مصنوعة للاختبار: تأخرت الحافلة وانتظر معي شخص.';
/** Where on the shape the dot is put, as shares of its box: near the corner at the bottom on the right. */
const NEAR_RIGHT = { x: 0.78, y: 0.86 };

test.beforeAll(async ({ browser, served }) => {
  const office = await browser.newContext({ baseURL: served.url, viewport: { width: 1440, height: 900 } });
  const staff = new Staff(await office.newPage());
  await staff.becomeFirstSteward(served.firstSteward);
  await staff.page.goto('/studio/sheffield-send/languages');
  expect(await axeFaults(staff.page)).toEqual([]);
  await staff.page.getByRole('button', { name: 'Offer it as a draft: Arabic' }).click();
  await expect(staff.page.getByText('Arabic is offered now.')).toBeVisible();
  await office.close();
});

test('a parent tells in Arabic, mirrored on the screen and not in what is stored', async ({ page, served }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/t/${served.code}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Tell your story' })).toBeVisible();
  await page.getByRole('button', { name: 'العربية' }).click();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(html).toHaveAttribute('lang', 'ar');
  await expect(page.getByRole('button', { name: 'English' })).toHaveAttribute('lang', 'en-GB');
  await looksRight(page, 'start');
  await page.reload();
  await expect(html, 'an own device remembers it').toHaveAttribute('dir', 'rtl');

  await page.getByRole('button', { name: /^أم أو أب/ }).click();
  await expect.poll(() => step(page)).toBe('consent.family');
  await looksRight(page, 'consent');
  for (const box of await page.getByRole('checkbox').all()) await box.locator('xpath=ancestor::label').click();
  await page.getByRole('button', { name: 'أوافق', exact: true }).click();
  await to(page, 'prompt.choice');
  await page.getByRole('radio').first().locator('xpath=ancestor::label').click();
  await to(page, 'story');
  await page.getByRole('textbox').fill(WORDS);

  await to(page, 'triad.right');
  const pad = page.getByRole('application');
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no shape');
  await pad.click({ position: { x: box.width * NEAR_RIGHT.x, y: box.height * NEAR_RIGHT.y } });
  await expect(page.getByRole('status').filter({ hasText: 'أكثر شيء: الدعم المناسب' })).toHaveCount(1);
  await looksRight(page, 'triad');
  await page.getByRole('button', { name: 'قائمة' }).click();
  await looksRight(page, 'triad, list');

  await to(page, 'dyad.alone');
  await looksRight(page, 'slider');
  await to(page, 'about.place');
  await expect(page.getByRole('radio', { name: /North East/ })).toBeAttached();
  await to(page, 'more');
  await page.getByRole('radio').last().locator('xpath=ancestor::label').click();
  await to(page, 'check');
  await looksRight(page, 'check');
  const [row] = (await rowsOnDevice(page, 'drafts')) as { draft: { locale: string; answers: Record<string, never> } }[]; // as the device keeps it
  expect(row?.draft.locale).toBe('ar');
  // The right corner is the first label here, as the left one is in English: the same placement.
  expect(row?.draft.answers['triad.right']).toMatchObject({ state: 'answered', method: 'pointer' });
  const placed = row?.draft.answers['triad.right'] as { at: Record<'a' | 'b' | 'c', number> } | undefined;
  expect(placed?.at.a).toBeGreaterThan(0.6);

  await page.getByRole('navigation').getByRole('button', { name: 'إرسال' }).click();
  await expect(page).toHaveURL(/\/thanks\//);
  await expect(page.getByText('وصلت', { exact: true })).toBeVisible();
  await expect(page.getByText(`${new URL(served.url).host}/r`, { exact: true }), 'where to go later').toBeVisible();
  await looksRight(page, 'thanks');
});

test('Arabic is still there without a network, with its questions', async ({ page, context, served }) => {
  await page.goto(`/t/${served.code}`);
  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'احكِ قصتك' })).toBeVisible();
  const kept = () =>
    page.evaluate(async () => (await (await caches.open('sheaf-language-ar')).keys()).map(({ url }) => url));
  await expect.poll(async () => (await kept()).some((url) => url.includes('noto-sans-arabic'))).toBe(true);
  const arabic = async () =>
    (await rowsOnDevice(page, 'editions')).filter((row) => JSON.stringify(row).includes('/ar/')).length;
  await expect.poll(arabic).toBe(AUDIENCES.length);
  // The language may be kept before the worker has taken over the page that it will answer.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'احكِ قصتك' })).toBeVisible();
  await page.getByRole('button', { name: /^طفل/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'كم عمرك؟' })).toBeVisible();
  expect(await page.evaluate(() => document.fonts.check('16px "Noto Sans Arabic Variable"', 'ع'))).toBe(true);
});

test('pages of no link go on in the language that the browser led to, and offer the others', async ({
  browser,
  served,
}) => {
  const context = await browser.newContext({
    baseURL: served.url,
    locale: 'ar',
    viewport: { width: 320, height: 740 },
  });
  const page = await context.newPage();
  const html = page.locator('html');
  await page.goto(`/t/${served.code}`);
  await expect(page.getByRole('heading', { level: 1, name: 'احكِ قصتك' })).toBeVisible();
  for (const address of ['/mine', '/r']) {
    await page.goto(address);
    await expect(html, address).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('banner').getByRole('button'), 'the way to help').toHaveText('مساعدة الآن');
    await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
    expect(await axeFaults(page), address).toEqual([]);
    expect(await reflowFaults(page), address).toEqual([]);
  }
  await page.getByRole('button', { name: 'English' }).click();
  await expect(html).toHaveAttribute('dir', 'ltr');
  await page.goto('/mine');
  await expect(page.getByRole('heading', { level: 1, name: 'My stories' })).toBeVisible();
  await context.close();
});

function step(page: Page): string {
  return decodeURIComponent(new URL(page.url()).pathname.split('/')[3] ?? '');
}

async function to(page: Page, wanted: string): Promise<void> {
  for (let turns = 0; turns < 60 && step(page) !== wanted; turns += 1) {
    const before = page.url();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^(التالي|تخطّي)$/ })
      .click();
    await expect.poll(() => page.url()).not.toBe(before);
  }
  expect(step(page)).toBe(wanted);
}

/** At both widths: it says that its words are a draft, nothing sticks out, and axe finds nothing. */
async function looksRight(page: Page, screen: string): Promise<void> {
  await expect(page.getByText('هذه الترجمة مسودة', { exact: false }).first(), screen).toBeAttached();
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await axeFaults(page), `${screen}, ${width} px`).toEqual([]);
    if (width === 320) expect(await reflowFaults(page), screen).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
}
