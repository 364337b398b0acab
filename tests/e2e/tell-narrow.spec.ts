import { focusFaults } from './inspections/focus';
import { reflowFaults } from './inspections/reflow';
import { Keys } from './page-objects/hand';
import { TellWalk, WALKERS } from './page-objects/tell-walk';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });
// What is left of 1280 px at 400 % zoom.
test.use({ viewport: { width: 320, height: 640 } });

for (const walker of WALKERS) {
  test(`every screen of a telling (${walker}) works with the keyboard only, 320 px wide`, async ({ page, served }) => {
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    const walk = new TellWalk(page, served.code, walker, new Keys(page), async ({ name, fresh, again }) => {
      if (again) return;
      if (fresh && /^(triad|practice|stones)\b/.test(name)) {
        // The list first: the shape of a triad is one press away, stones are the list alone.
        expect(
          await page
            .getByRole('application')
            .or(page.getByRole('group', { name: 'Where the stones go' }))
            .count(),
        ).toBe(0);
        await expect(
          page.getByRole('main').getByRole('radio').or(page.locator('main [aria-expanded]')).first(),
        ).toBeVisible();
        const shapes = await page.getByRole('button', { name: 'Show the shape' }).count();
        expect(shapes).toBe(name.startsWith('stones') ? 0 : 1);
      }
      const found = [...(await reflowFaults(page)), ...(await focusFaults(page))];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    });
    await walk.all();
    expect(faults).toEqual([]);
  });
}
