import { expect, type Locator, type Page } from '@playwright/test';

/** The signifier wall as an analyst uses it. */
export class WallPage {
  constructor(readonly page: Page) {}

  async open(programme: string, query = ''): Promise<void> {
    await this.page.goto(`/explore/${programme}${query}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('stories');
  }

  view(title: string): Locator {
    return this.page.getByRole('group', { name: title, exact: true });
  }

  /** How many stories the sentence speaks of. */
  async selected(): Promise<number> {
    const sentence = await this.page.getByRole('heading', { level: 1 }).innerText();
    return Number(/^[\d,]+/.exec(sentence)?.[0].replaceAll(',', '') ?? NaN);
  }

  /** The stories that wait beside the wall, or over it. */
  get reader(): Locator {
    return this.page.getByRole('complementary', { name: 'Stories' });
  }

  /** All numbers and all pictures, as they stand. */
  async picture(): Promise<{ words: string; canvases: string[] }> {
    const words = await this.page.locator('h1, .grid').allInnerTexts();
    const canvases = await this.page
      .locator('canvas')
      .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL())); // canvas elements only
    return { words: words.join('\n'), canvases };
  }
}
