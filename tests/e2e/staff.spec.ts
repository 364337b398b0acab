import type { Page } from '@playwright/test';
import { axeFaults } from './inspections/axe';
import { pushStory } from './page-objects/pushed-story';
import { expect, test } from './running-server';

// The first steward is made once, and the queue is counted: nobody else's stories may come in.
test.use({ installation: 'staff' });

const PASSWORD = 'four plain words here';
const WORDS = 'The heron stood in the car park again.';
const CONTACT = '0114 496 0000, after four';

const noFaults = async (page: Page, where: string) => {
  expect(await axeFaults(page), where).toEqual([]);
};

async function fillPerson(page: Page, email: string): Promise<void> {
  await page.getByLabel('Your name').fill('Somebody New');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your programmes' })).toBeVisible();
}

test('the first steward invites a reader, who reads, clears and raises a concern that safeguarding takes up', async ({
  page,
  browser,
  served,
}) => {
  // Fifteen pages, each looked over by axe.
  test.setTimeout(120_000);
  await pushStory(page.request, served.code, { number: 1, text: WORDS });
  await pushStory(page.request, served.code, { number: 2, text: 'Please help us with the bus.', contact: CONTACT });

  // The token stands in the fragment, which no server sees and no log keeps.
  await page.goto(served.firstSteward);
  await noFaults(page, 'first steward');
  await fillPerson(page, 'steward@example.org');
  await noFaults(page, 'front door, signed in');
  await page.getByRole('link', { name: /^People/ }).click();
  await noFaults(page, 'people');
  const invite = page.locator('form[action="?/invite"]');
  await invite.getByLabel('Reader').check();
  await invite.getByRole('button', { name: 'Make the link' }).click();
  const link = (await page.locator('output').textContent()) ?? '';
  expect(new URL(link).hash.length).toBeGreaterThan(40);
  await noFaults(page, 'people, with a link');
  const mine = page.locator('form[action="?/take"]');
  await mine.getByLabel('Safeguarding').check();
  await mine.getByRole('button', { name: 'Take these roles' }).click();
  await expect(page.getByRole('status')).toContainText('Safeguarding');

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(link);
  await noFaults(reader, 'invitation');
  await fillPerson(reader, 'reader@example.org');
  await reader.goto('/care');
  await expect(reader).toHaveURL(/\/care\/sheffield-send$/);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('2 stories to read.');
  await expect(reader.locator('main')).not.toContainText('heron');
  await noFaults(reader, 'queue');

  // Who asked for help comes first; a reader is not the one to see how to reach them.
  await reader.getByRole('link', { name: 'Read the next one' }).click();
  await expect(reader.getByText('Please help us with the bus.')).toBeVisible();
  await expect(reader.locator('main')).not.toContainText(CONTACT);
  await expect(reader.locator('main')).toContainText('This person asked for help, so you cannot clear it.');
  await expect(reader.getByRole('button', { name: /clear/i })).toHaveCount(0);
  await noFaults(reader, 'reading');
  await reader.getByRole('link', { name: 'Put it before safeguarding' }).click();
  await noFaults(reader, 'concern');
  await reader.getByLabel('What worries you').fill('Who is with them now?');
  await reader.getByRole('button', { name: 'Put it before safeguarding' }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('It is with safeguarding now.');
  await expect(reader.locator('main')).toContainText('call 999');
  await noFaults(reader, 'concern raised');
  await reader.getByRole('link', { name: 'Read the next one' }).click();
  await expect(reader.getByText(WORDS)).toBeVisible();
  await reader.getByRole('button', { name: 'Clear it' }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Nothing to read.');
  await noFaults(reader, 'queue, empty');

  await page.goto('/care/sheffield-send');
  await page.getByRole('link', { name: 'Read the next one' }).click();
  await expect(page.locator('main')).toContainText(CONTACT);
  await expect(page.locator('main')).toContainText('Who is with them now?');
  await noFaults(page, 'reading a concern');

  // One press alone does not end it; with what was done it leaves the list.
  await page.getByRole('button', { name: 'Clear with note' }).click();
  await expect(page.getByLabel('What was done?')).toBeFocused();
  await page.getByLabel('What was done?').fill('   ');
  await page.getByRole('button', { name: 'Clear with note' }).click();
  await expect(page.getByRole('alert')).toHaveText('Write what was done first. Nothing was cleared.');
  await expect(page.getByLabel('What was done?')).toBeFocused();
  await noFaults(page, 'a concern, without a note');
  await page.getByLabel('What was done?').fill('Rang them. A bus is found.');
  await page.getByRole('button', { name: 'Clear with note' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to read.');

  // Signing out ends it for the copy in the other tab too; the invitation is used up.
  const [signedOut] = await Promise.all([
    reader.waitForResponse((response) => response.url().endsWith('/sign-out')),
    reader.getByRole('button', { name: 'Sign out' }).click(),
  ]);
  expect(await signedOut.headerValue('clear-site-data')).toBe('"cache"');
  await reader.goto('/care/sheffield-send');
  await expect(reader).toHaveURL(/\/sign-in\?next=/);
  await noFaults(reader, 'sign in');
  await reader.getByLabel('Email').fill('reader@example.org');
  await reader.getByLabel('Password').fill('not the password at all');
  await reader.getByRole('button', { name: 'Sign in' }).click();
  await expect(reader.getByRole('alert')).toContainText('That did not work');
  await noFaults(reader, 'sign in, refused');
  await reader.getByLabel('Password').fill(PASSWORD);
  await reader.getByRole('button', { name: 'Sign in' }).click();
  await expect(reader).toHaveURL(/\/care\/sheffield-send$/);
});

test('a person signs in first and comes back to their invitation with its token still in the fragment', async ({
  page,
}) => {
  await page.goto('/invite#a-token-that-is-only-looked-at');
  await page.getByRole('link', { name: 'I have an account already' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=\/invite#a-token-that-is-only-looked-at$/);
});

test('the front door leads on with scripts, by its card and by a code, and Back and Forward lead on again', async ({
  page,
  served,
}) => {
  const cards = page.getByRole('button', { name: 'A child' });
  await page.goto('/');
  await page.getByRole('link', { name: /^Tell/ }).click();
  await expect(cards).toBeVisible();
  await page.goBack();
  await page.getByLabel('I have a code').fill(served.code);
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(cards).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('I have a code')).toBeVisible();
  await page.goForward();
  await cards.click();
  await expect(page).toHaveURL(new RegExp(`/t/${served.code}/.`));

  // A link of another page that does not load anew leads in just as well.
  await page.goto('/');
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, textContent: 'In passing' });
    document.querySelector('main')?.prepend(link);
  }, `/t/${served.code}`);
  await page.getByRole('link', { name: 'In passing' }).click();
  await expect(page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
  await expect(page.getByRole('button', { name: /A child|Start new/ }).first()).toBeVisible();

  await page.goto('/');
  await page.getByLabel('I have a code').fill('H7K2QX');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByRole('heading', { name: 'We do not know this code' })).toBeVisible();
});

test('the front door works without scripts: a code leads on, anything else is explained', async ({
  browser,
  served,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/');
  await page.getByLabel('I have a code').fill('0il');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByRole('alert')).toContainText('not a code we can use');
  await page.getByLabel('I have a code').fill(served.code.toLowerCase());
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page).toHaveURL(new RegExp(`/t/${served.code}$`));
});
