import { expect, type Locator, type Page } from '@playwright/test';
import { axeFaultsBesideColours } from '../inspections/axe';
import { colourLookFaults } from '../inspections/looks';
import { reflowFaults } from '../inspections/reflow';

type View = 'patterns' | 'shifts' | 'compare' | 'gap' | 'words' | 'reach';

/** A view of Explore that counts in the background before it speaks. */
export class AnalysisPage {
  constructor(
    readonly page: Page,
    private readonly programme: string,
  ) {}

  /** Opens a view and waits for what it found, whatever that is. */
  async open(view: View, query = ''): Promise<void> {
    await this.page.goto(`/explore/${this.programme}/${view}${query}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await expect(this.head).not.toHaveText(/^$|Looking for|Counting/, { timeout: 60_000 });
    await expect(this.page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  }

  get head(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  card(name: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, level: 2 }) });
  }

  /** Nothing that keeps anybody out: on a wide screen in three looks, and on a narrow phone. */
  async faults(): Promise<string[]> {
    const faults = [
      ...(await axeFaultsBesideColours(this.page)),
      ...(await colourLookFaults(this.page, ['dark', 'cream', 'contrast'])),
    ];
    const before = this.page.viewportSize();
    await this.page.setViewportSize({ width: 320, height: 740 });
    // Drawings take their new size with the next picture.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const narrow = [...(await axeFaultsBesideColours(this.page)), ...(await colourLookFaults(this.page))];
    faults.push(...(await reflowFaults(this.page)), ...narrow.map((fault) => `320 px: ${fault}`));
    if (before) await this.page.setViewportSize(before);
    return faults;
  }
}
