import { expect, type Locator, type Page } from '@playwright/test';

/** Corners of a triad: 0 and 1 at the foot, 2 at the top. */
type Corner = 0 | 1 | 2;

/** Part of a triangle's width that counts as near a corner. */
const NEAR = 0.2;

/** A named analyst before the signifier wall. */
export class Analyst {
  constructor(
    readonly page: Page,
    private readonly programme: string,
  ) {}

  async openWall(): Promise<void> {
    await this.page.goto(`/explore/${this.programme}`);
    await expect(this.page.getByRole('region', { name: 'Signifiers' })).toBeVisible();
  }

  /** "11 stories, 1 readable" above the words. */
  get counted(): Locator {
    return this.page.getByRole('heading', { name: /^\d+ stor(y|ies), \d+ readable$/ });
  }

  get stories(): Locator {
    return this.page.getByRole('complementary', { name: 'Stories' });
  }

  /** A locality on the tile map, named with what it counts. */
  tile(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  /** The count in a zone of a triad. */
  zone(triad: string, zone: string): Locator {
    return this.#triad(triad).getByRole('button', { name: new RegExp(`^${zone}: `) });
  }

  /** How many pixels of dots are drawn near a corner: 0 means that nobody sees anything there. */
  async ink(triad: string, corner: Corner): Promise<number> {
    return this.#triad(triad)
      .locator('canvas.marks')
      .evaluate(
        (element, { corner, near }) => {
          const canvas = element as HTMLCanvasElement; // by the locator
          const context = canvas.getContext('2d');
          const path = canvas.parentElement?.querySelector('svg.paper path');
          if (context === null || path == null) throw new Error('nothing is drawn');
          const from = canvas.getBoundingClientRect();
          const to = path.getBoundingClientRect();
          const scale = canvas.width / from.width;
          const reach = to.width * near;
          const x = to.left - from.left + (corner === 2 ? 0.5 : corner) * to.width;
          const y = to.top - from.top + (corner === 2 ? 0 : to.height);
          const box = [x - reach, y - reach, 2 * reach, 2 * reach].map((side) => Math.round(side * scale));
          const [left = 0, top = 0, width = 0, height = 0] = box;
          const { data: bytes } = context.getImageData(left, top, width, height);
          return bytes.filter((byte, index) => index % 4 === 3 && byte > 0).length;
        },
        { corner, near: NEAR },
      );
  }

  /** Draws a loop round one corner of a triad. */
  async lasso(triad: string, corner: Corner): Promise<void> {
    const paper = this.#triad(triad).locator('svg.paper path');
    await paper.scrollIntoViewIfNeeded();
    const box = await paper.boundingBox();
    if (box === null) throw new Error(`the triad ${triad} is not on screen`);
    const at = { x: box.x + (corner === 2 ? 0.5 : corner) * box.width, y: box.y + (corner === 2 ? 0 : 1) * box.height };
    const reach = box.width * NEAR;
    await this.page.mouse.move(at.x + reach, at.y);
    await this.page.mouse.down();
    for (let turn = 1; turn <= 24; turn += 1) {
      const angle = (turn / 24) * 2 * Math.PI;
      await this.page.mouse.move(at.x + reach * Math.cos(angle), at.y + reach * Math.sin(angle));
    }
    await this.page.mouse.up();
  }

  #triad(title: string): Locator {
    return this.page.getByRole('group', { name: title, exact: true });
  }
}
