import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PeriodShares from '../../../src/lib/ui/plots/periods/PeriodShares.svelte';
import ShareRows from '../../../src/lib/ui/plots/rows/ShareRows.svelte';

const interval = { share: 0.3, low: 0.2, high: 0.4 };
const quarter = (i: number, changes: object = {}) => ({
  from: 672 + 3 * i,
  to: 674 + 3 * i,
  interval,
  n: 40,
  hollow: false,
  href: `/stories-of/${i}`,
  say: `quarter ${i}`,
  ...changes,
});

test('each period leads to its stories; one with too few has no mark and no link, and says so', async () => {
  const screen = await render(PeriodShares, {
    label: 'Over time',
    periods: [quarter(0, { hollow: true }), quarter(1, { interval: null, href: null }), quarter(2)],
    mark: { month: 676, words: 'drawn May 2026' },
  });
  const list = screen.getByRole('list', { name: 'Over time' });
  await expect.element(list.getByRole('link', { name: 'quarter 0' })).toHaveAttribute('href', '/stories-of/0');
  await expect.element(list.getByText('quarter 1')).toBeInTheDocument();
  expect(list.getByRole('link').elements()).toHaveLength(2);
  expect(screen.container.querySelectorAll('circle')).toHaveLength(2);
  expect(screen.container.querySelectorAll('.hollow circle')).toHaveLength(1);
  await expect.element(screen.getByText('too few stories yet')).toBeVisible();
  await expect.element(screen.getByText('drawn May 2026')).toBeInTheDocument();
});

test('a group with too few stories is hatched and worded, never zero', async () => {
  const row = {
    id: 'a',
    label: 'North',
    href: '/north',
    interval,
    counted: { share: 0.35, low: 0.1, high: 0.6 },
    n: 84,
    clusters: 9,
    say: '30 in 100',
  };
  const few = {
    ...row,
    id: 'b',
    label: 'South',
    href: null,
    interval: null,
    counted: null,
    n: 4,
    clusters: 1,
    say: 'few',
  };
  const screen = await render(ShareRows, { label: 'By place', rows: [row, few], everybody: 0.28 });
  await expect.element(screen.getByRole('link', { name: /^North ?: 30 in 100$/ })).toHaveAttribute('href', '/north');
  const south = screen.getByRole('listitem').nth(1);
  await expect.element(south).toHaveTextContent('too few stories yet');
  expect(south.element().querySelector('svg')).toBeNull();
  expect(south.getByRole('link').elements()).toHaveLength(0);
});
