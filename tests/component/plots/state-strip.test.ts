import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import StateStrip from '../../../src/lib/ui/plots/frame/StateStrip.svelte';

const views: Record<string, string> = import.meta.glob('../../../src/lib/explore/views/*View.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('under each picture stands how many placed, how many said that it does not fit, how many said nothing, who was not asked', async () => {
  const states = { answered: 51, notApplicable: 12, unanswered: 7, notAsked: 4 };
  const { container } = await render(StateStrip, { states });
  const said = [...container.querySelectorAll('p > *')].map((part) => part.textContent);
  for (const n of Object.values(states)) expect(said.filter((words) => words.includes(String(n)))).toHaveLength(1);
});

test('a gap of none is said as well, where something can be placed', async () => {
  const { container } = await render(StateStrip, {
    states: { answered: 3, notApplicable: 0, unanswered: 0, notAsked: 0 },
  });
  expect(container.querySelectorAll('p > *')).toHaveLength(3);
});

/** One chooses among the others; months are the server's, so that no story is without one. */
const NO_ANSWERS = /\/(Any|Months)View\.svelte$/;

test('every picture of answers on the wall has one', () => {
  const pictures = Object.entries(views).filter(([file]) => !NO_ANSWERS.test(file));
  expect(pictures.length).toBeGreaterThan(4);
  expect(pictures.filter(([, source]) => !source.includes('<StateStrip')).map(([file]) => file)).toEqual([]);
});
