import { expect, type Locator, type Page } from '@playwright/test';

/** A named analyst before the regions of a programme. */
export class RegionsPage {
  constructor(readonly page: Page) {}

  async open(programme: string): Promise<void> {
    await this.page.goto(`/explore/${programme}/regions`);
    await expect(this.page.getByRole('button', { name: 'Draw a region' })).toBeVisible();
  }

  card(words: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: `“${words}”` }) });
  }

  get inside(): Locator {
    return this.page.getByText(/lies? inside now/);
  }

  /** Draws a loop round the top corner of the triad that is shown. */
  async lassoTop(): Promise<void> {
    const paper = this.page.getByRole('region', { name: 'Draw a region' }).locator('svg.paper path').first();
    await paper.scrollIntoViewIfNeeded();
    const box = await paper.boundingBox();
    if (box === null) throw new Error('no triangle is on screen');
    const reach = box.width * 0.3;
    const at = { x: box.x + box.width / 2, y: box.y };
    await this.page.mouse.move(at.x + reach, at.y);
    await this.page.mouse.down();
    for (let turn = 1; turn <= 24; turn += 1) {
      const angle = (turn / 24) * 2 * Math.PI;
      await this.page.mouse.move(at.x + reach * Math.cos(angle), at.y + reach * Math.sin(angle));
    }
    await this.page.mouse.up();
  }

  /** Goes on by Tab until this has the focus, as somebody without a pointer does. */
  async tabTo(target: Locator): Promise<void> {
    for (let press = 0; press < 120; press += 1) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('the Tab key never came there');
  }
}
