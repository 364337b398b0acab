import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Staff } from './page-objects/staff';
import { expect, test } from './running-server';

// The first steward is made once, and the programme's way with children is changed.
test.use({ installation: 'consent by age' });

const noFaults = async (page: Page, where: string) => {
  expect((await new AxeBuilder({ page }).analyze()).violations, where).toEqual([]);
};
const next = (page: Page) => page.getByRole('navigation').getByRole('button', { name: /^(Next|Skip)$/ });

test('a child whose parent has to agree can call for help before anybody has, and the child’s no ends it', async ({
  page,
  browser,
  served,
}) => {
  const steward = await (await browser.newContext({ baseURL: served.url })).newPage();
  const staff = new Staff(steward);
  await staff.becomeFirstSteward(served.firstSteward);
  await staff.takeRoles('sheffield-send', 'Safeguarding');
  await steward.goto('/studio/sheffield-send/telling');
  await steward.getByRole('radio', { name: /A parent or carer agrees first/ }).check();
  await steward.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(steward.getByRole('status')).toHaveText(/Saved/);
  await noFaults(steward, 'how stories are told');

  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/t/${served.code}`);
  await page.getByRole('button', { name: 'A child' }).click();
  await page.getByText('5 to 9').click();
  await next(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is for your mum, dad or carer');
  // Help and Stop stand where they always stand, and nothing has been agreed to.
  await page.getByRole('banner').getByRole('button', { name: 'I need help' }).click();
  await expect(page.getByRole('dialog')).toContainText('0800 1111');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'I want a grown-up to help me' }).click();
  await page.getByRole('textbox').fill('Synthetic Sam, Class 3');
  await noFaults(page, 'a parent’s page with a call for help');
  const sent = page.waitForRequest(/help-calls/);
  await page.getByRole('button', { name: 'Ask for help' }).click();
  expect((await sent).postData() ?? '').not.toContain('Sam');
  await expect(page.getByText('We have it.')).toBeVisible();

  await steward.goto('/care/sheffield-send');
  await expect(steward.getByText('1 person asked for help.')).toBeVisible();
  await expect(steward.locator('main')).not.toContainText('Sam');
  await steward.getByRole('button', { name: 'Show how to reach them' }).click();
  await expect(steward.getByText('Synthetic Sam, Class 3')).toBeVisible();
  await noFaults(steward, 'the queue with a call for help');

  // One press does not end it; with what was done it leaves the list, and who did and what stays with safeguarding.
  const note = steward.getByLabel('What was done?');
  await expect(note).toBeHidden();
  await steward.getByText('Somebody has gone to them').click();
  await note.fill('   ');
  await steward.getByRole('button', { name: 'End this call with note' }).click();
  await expect(steward.getByRole('alert')).toHaveText('Write what was done first. The call still waits.');
  await expect(note).toBeFocused();
  await noFaults(steward, 'a call for help, without a note');
  await note.fill('Saw them in class. Their aunt is with them now.');
  await steward.getByRole('button', { name: 'End this call with note' }).click();
  await expect(steward.getByText('The call is ended, and what was done is kept for safeguarding.')).toBeVisible();
  await expect(steward.locator(':focus')).toContainText('The call is ended');
  await expect(steward.getByText('asked for help.')).toHaveCount(0);
  await expect(steward.locator('main')).not.toContainText('aunt');
  await steward.getByText('1 call for help was ended').click();
  await expect(steward.getByText(/^Ended by Test Steward, \d\d:\d\d today$/)).toBeVisible();
  await steward.getByRole('button', { name: 'Show what was done' }).click();
  await expect(steward.getByText('Saw them in class. Their aunt is with them now.')).toBeVisible();
  await noFaults(steward, 'a call for help that was ended');

  for (const line of await page.getByRole('checkbox').all()) await line.check({ force: true });
  await page.getByRole('button', { name: 'Yes, it is OK' }).click();
  for (let leaf = 0; leaf < 8; leaf += 1) await next(page).click();
  // Nor is a no to the story a no to help.
  await expect(page.getByRole('button', { name: 'I want a grown-up to help me' })).toBeVisible();
  await noFaults(page, 'the question that is put to the child');
  await page.getByRole('button', { name: 'No, thank you' }).click();
  // The call went, and stays: nothing says that it did not.
  await expect(page.getByText('We have your call for help. Nothing else was sent.')).toBeVisible();
});
