import { Teller } from './page-objects/teller';
import { expect, test } from './running-server';

const WORDS = 'Synthetic words of a test: the bus came late and somebody waited with me.';

test('a young person tells a story with the keyboard only, and sees it arrive', async ({ page, served }) => {
  const teller = new Teller(page, served.code);
  await teller.open();
  await expect(page).toHaveTitle('Tell your story · Sheaf');
  await teller.am(/A young person/);
  await teller.choose(3);
  await teller.next();
  await teller.agree();
  await teller.skipTo('prompt.choice');
  await teller.choose(0);
  await teller.next();
  await teller.write('Your story', WORDS);
  await teller.skipTo('triad.right');
  await teller.placeByList(1);
  await teller.skipTo('dyad.alone');
  await teller.choose(0);
  await teller.skipTo('more');
  await teller.choose(1); // no, leave them out
  await teller.skipTo('sharing');
  await teller.choose(1);
  await teller.skipTo('check');
  await expect(page.getByText(WORDS)).toBeVisible();
  await teller.next();
  expect(await teller.receipt()).toHaveLength(4);
  await expect(page.getByText('Arrived')).toBeVisible();
});
