import { CHROMIUM_ARGS } from '../../scripts/chromium.mjs';
import { focusFaults } from './inspections/focus';
import { reflowFaults } from './inspections/reflow';
import { Keys } from './page-objects/hand';
import { TellWalk } from './page-objects/tell-walk';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });
// As somebody has it who set their browser's text to 200 %.
test.use({
  viewport: { width: 360, height: 740 },
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...CHROMIUM_ARGS, '--blink-settings=defaultFontSize=32'] });
  },
});

for (const walker of ['child', 'family'] as const) {
  test(`every screen of a telling (${walker}) has room for text twice as large`, async ({ page, served }) => {
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    const walk = new TellWalk(page, served.code, walker, new Keys(page), async ({ name, again }) => {
      if (again) return;
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(size).toBe('32px');
      const found = [...(await reflowFaults(page)), ...(await focusFaults(page))];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    });
    await walk.all();
    expect(faults).toEqual([]);
  });
}
