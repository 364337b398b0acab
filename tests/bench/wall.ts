import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { programArguments } from '../../scripts/arguments.mjs';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { startOwnServer } from '../../scripts/own-server.mjs';
import { machine, printLine, quantile } from './parts/figures';
import { flowing, spiral, stepwise, sweep } from './parts/gestures';
import { mainThread, startClock, timed, type Step } from './parts/step-clock';

/**
 * How long a brush step takes in a real browser on the built server: from the pointer's event to the paint of the wall
 * with all views counted anew. Synthetic programmes; one JSON line per figure.
 */
const MOVES = 60;
const VIEWPORT = { width: 1440, height: 900 };
const STEWARD = { email: 'bench@example.org', password: 'four plain words here' };

const { values: flags } = programArguments({
  usage: 'npm run bench -- wall',
  does: 'How long the wall takes to open and to follow a brush.',
  lists: ['n'],
  numbers: ['n'],
  options: { n: { type: 'string', default: '2000,10000' }, seed: { type: 'string', default: '7' } },
});

const server = await startOwnServer();
const executablePath = await findChromium('whole');
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGS });
try {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await becomeSteward(page);
  for (const n of flags.n.split(',').map(Number)) {
    const programme = `synthetic-${n}-${flags.seed}`;
    sheaf('demo', '--stories', String(n), '--seed', flags.seed);
    sheaf('user', 'grant', '--email', STEWARD.email, '--programme', programme, '--roles', 'analyst');
    await measure(page, programme, n);
  }
} finally {
  await browser.close();
  await server.stop();
}

async function becomeSteward(page: Page): Promise<void> {
  const link = /\/first-steward#\S+/.exec(server.printed)?.[0];
  if (link === undefined) throw new Error('the server printed no link for a first steward');
  await page.goto(server.url + link);
  await page.getByLabel('Your name').fill('Bench');
  await page.getByLabel('Email').fill(STEWARD.email);
  await page.getByLabel('Choose a password').fill(STEWARD.password);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/first-steward'));
}

function sheaf(...args: string[]): void {
  execFileSync(process.execPath, ['build/cli.js', ...args], {
    env: { ...process.env, SHEAF_DATA: server.data },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function measure(page: Page, programme: string, n: number): Promise<void> {
  const wall = `${server.url}/explore/${programme}`;
  const group = (name: string) => page.getByRole('group', { name, exact: true });
  const open = async (query = ''): Promise<void> => {
    await page.goto(wall + query);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await group('Who decided').locator('canvas.marks').waitFor();
    await page.waitForTimeout(500);
    await startClock(page);
  };
  const spent = await mainThread(page);
  const report = async (figure: string, make: () => Promise<readonly Step[]>): Promise<void> => {
    const before = await spent();
    const steps = await make();
    const cpu = Number((((await spent()) - before) / steps.length).toFixed(2));
    const painted = steps.map((step) => step.painted);
    const next = steps.map((step) => step.nextFrame);
    print(n, figure, painted, {
      cpu_mean_ms: cpu,
      next_frame_median_ms: quantile(next, 0.5),
      next_frame_p95_ms: quantile(next, 0.95),
    });
  };
  const triad = (name: string) => group(name).locator('svg.paper');

  await open();
  await report('lasso on a triad', () => stepwise(page, triad('Right support, time, place'), spiral(MOVES), 6));
  await report('lasso on a second triad', () => stepwise(page, triad('Who decided'), spiral(MOVES), 6));
  await open();
  await report('slider brush', () => stepwise(page, group('How much help').locator('.field svg'), sweep(MOVES, 20)));
  await open();
  const months = group('When told').locator('.field svg');
  const bins = await months.locator('rect.bar').count();
  await report('months brush', () => stepwise(page, months, sweep(MOVES, bins)));
  await open();
  await group('What helped, what got in the way').getByRole('radio').nth(1).check();
  const stones = group('What helped, what got in the way').locator('svg.paper');
  await report('lasso on stones', () => stepwise(page, stones, spiral(MOVES), 6));
  await open();
  await report('zone chosen', () =>
    zones(page, triad('Right support, time, place').locator('..').locator('button:not(.centre)').all()),
  );
  await open();
  const gaps = await flowing(page, triad('Right support, time, place'), spiral(3 * MOVES));
  print(n, 'between paints, a lasso drawn at 60 moves a second', gaps, { paints: gaps.length + 1 });
}

async function zones(page: Page, buttons: ReturnType<ReturnType<Page['locator']>['all']>): Promise<Step[]> {
  const steps: Step[] = [];
  for (const button of [...(await buttons), ...(await buttons)])
    steps.push(await timed(page, 'click', () => button.click()));
  return steps;
}

function print(n: number, figure: string, times: readonly number[], more: object): void {
  const figures = { median_ms: quantile(times, 0.5), p95_ms: quantile(times, 0.95), ...more };
  const screen = `${VIEWPORT.width}x${VIEWPORT.height}`;
  printLine({
    bench: 'wall',
    figure,
    n,
    steps: times.length,
    ...figures,
    seed: flags.seed,
    screen,
    browser: versionOf(browser),
    machine: machine(),
  });
}

function versionOf(of: Browser): string {
  return `Chromium ${of.version()}`;
}
