import { axeFaultsBesideColours } from './inspections/axe';
import { focusFaults } from './inspections/focus';
import { frameFaults, stopAndHelp } from './inspections/frame';
import { PLACED, listFirstFaults } from './inspections/list-first';
import { colourLookFaults, mirroredFaults } from './inspections/looks';
import { reflowFaults } from './inspections/reflow';
import { LARGE_TEXT, NARROW, PHONE, Rooms, type Room } from './inspections/room';
import { smallTargets } from './inspections/targets';
import { untouchedFaults } from './inspections/untouched';
import { Keys, Pointer } from './page-objects/hand';
import { keptDraft, toldIn } from './page-objects/kept-draft';
import { TellWalk } from './page-objects/tell-walk';
import { ENGLISH, WALKERS, type Walker } from './page-objects/walk-words';
import { expect, test } from './running-server';

/**
 * One walk for each audience, for walking is what takes the time; everything that can be looked at is looked at on the way:
 *
 * - in the walk's own room: frame, targets, saving, nothing preselected, axe, and the other looks, right to left among them;
 * - 320 px wide (1280 px at 400 % zoom) and with text twice as large, on every screen of every walk: nothing runs off the
 *   side, Tab reaches everything, marked and in view, and a triad's list comes first. What an answer adds to its screen
 *   is looked at in the narrow room only, which leaves less room to a line than the other.
 *
 * Two audiences are walked with a pointer on a phone, where drawings come first, and two with the keyboard alone in the narrow
 * room, where lists do. Both ways open the other view of every triad and of the stones, so each audience's words
 * are seen in both. Nobody is walked with large text: it is put on each screen, and taken off.
 *
 * Young people and families have steps and words of their own, but no control that the other two have not: in `npm test` their
 * walks look at what depends on words (axe, frame, targets, what runs off the side), and leave out other colours, right to
 * left, Tab and what an answer adds. `npm run e2e` leaves out nothing.
 */
const WALKS: Readonly<Record<Walker, { hand: 'pointer' | 'keys'; home: Room; forItsWords: boolean }>> = {
  child: { hand: 'pointer', home: PHONE, forItsWords: false },
  youth: { hand: 'keys', home: NARROW, forItsWords: true },
  family: { hand: 'pointer', home: PHONE, forItsWords: true },
  pro: { hand: 'keys', home: NARROW, forItsWords: false },
};

/** In `npm run e2e`, which has the time. */
const EVERYTHING = process.env['SHEAF_EVERY_JOURNEY'] !== undefined;

test.describe.configure({ mode: 'parallel', timeout: 300_000 });
test.use({ viewport: { width: PHONE.width, height: PHONE.height }, colorScheme: 'light' });

/** Nothing is kept of these: one is play, the others are told by their own ways on. */
const KEEPS_NOTHING = /^(practice|consent|assent)/;

for (const walker of WALKERS) {
  const { hand, home, forItsWords } = WALKS[walker];
  const whole = EVERYTHING || !forItsWords;
  const how = hand === 'keys' ? 'with the keyboard only, 320 px wide' : 'with a pointer, on a phone';
  test(`every screen of a telling (${walker}, ${how}) keeps what Tell promises, and axe finds nothing on it`, async ({
    page,
    served,
  }) => {
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const rooms = new Rooms(page, home);
    const axe: string[] = [];
    const untouched: string[] = [];
    const frame: string[] = [];
    const small: string[] = [];
    const unsaved: string[] = [];
    const narrow: string[] = [];
    const large: string[] = [];
    const corners = new Map<string, string>();
    const steps: string[] = [];
    let before = '';
    // Where drawings come first, the walk goes back to them after every list, and from then on they are what is opened.
    let usesShapes = false;
    const walk = new TellWalk(
      page,
      served.code,
      walker,
      hand === 'keys' ? new Keys(page) : new Pointer(),
      async ({ name, fresh, again }) => {
        const note = (faults: string[], found: readonly string[]) =>
          faults.push(...found.map((fault) => `${name}: ${fault}`));
        if (fresh) {
          steps.push(name);
          note(untouched, await untouchedFaults(page, name));
          note(frame, await frameFaults(page));
          before = toldIn(await keptDraft(page));
        } else if (/, (placed|chosen|list chosen|written)$/.test(name) && !KEEPS_NOTHING.test(name)) {
          const saved = expect.poll(async () => toldIn(await keptDraft(page)), { timeout: 3000 });
          await saved.not.toBe(before).catch(() => unsaved.push(name));
        }
        if (name !== 'thanks' && !name.endsWith('sheet')) corners.set(await stopAndHelp(page), name);
        note(small, await smallTargets(page));
        if (again && !name.endsWith(', list')) return;
        const added = !fresh && !name.endsWith(', list');
        if (added && !whole) return;
        note(axe, await axeFaultsBesideColours(page));
        if (whole) note(axe, [...(await colourLookFaults(page)), ...(await mirroredFaults(page))]);
        const opens = fresh && PLACED.test(name) && !usesShapes;
        if (opens) usesShapes = home !== NARROW;
        await rooms.visit(added ? [NARROW] : [NARROW, LARGE_TEXT], async (room) => {
          const faults = room === NARROW ? narrow : large;
          if (opens) note(faults, await listFirstFaults(page, name, ENGLISH));
          note(faults, await reflowFaults(page));
          if (whole) note(faults, await focusFaults(page));
        });
      },
    );
    await rooms.enter();
    // In a step of its own: outside of one, Playwright looks through all that were before at each of some thousand.
    await test.step('the walk', () => walk.all());

    expect.soft(axe, 'axe').toEqual([]);
    expect
      .soft(untouched, 'nothing preselected, nothing placed, "does not fit" there, the way is called Skip')
      .toEqual([]);
    expect.soft(frame, 'one question a screen, "Step 7 of 19"').toEqual([]);
    expect.soft([...corners.values()], 'Stop and Help stand in the same pixel').toHaveLength(1);
    expect.soft(small, 'targets of 48 px').toEqual([]);
    expect.soft(unsaved, 'saved as it happens').toEqual([]);
    expect.soft(narrow, '320 px wide').toEqual([]);
    expect.soft(large, 'room for text twice as large').toEqual([]);
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
    // What stood before has a heading, too: an ending is there with its way back.
    if (name.startsWith('ended')) await expect(page.getByRole('button', { name: 'Back to the start' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const found = await axeFaultsBesideColours(page);
    found.push(...(await colourLookFaults(page)));
    // The front door speaks English only.
    if (!name.startsWith('front door')) found.push(...(await mirroredFaults(page)));
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
  // The same picture as last time would throw away what is here: it comes only after who starts new has said so.
  await expect(page.getByRole('button', { name: 'A child' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Start new' }).click();
  await look('start anew beside a story found');
  await page.getByRole('button', { name: 'A child' }).click();
  await page.waitForURL(/\/t\/\w+\/./);
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
  const notNow = main.getByRole('button', { name: 'Not now' });
  for (let pages = 0; pages < 20 && !(await notNow.isVisible()); pages += 1) {
    const before = page.url();
    for (const line of await page.getByRole('checkbox').all()) await line.check({ force: true });
    // The grown-up's page has a yes of its own.
    const yes = main.getByRole('button', { name: /^(Yes|I agree|I am)/ });
    if (await yes.isVisible()) await yes.click();
    else await page.getByRole('button', { name: /^(Next|Skip)$/ }).click();
    await expect.poll(() => page.url()).not.toBe(before);
  }
  await notNow.click();
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
