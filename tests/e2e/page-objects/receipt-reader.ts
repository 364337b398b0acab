import { expect, type Page } from '@playwright/test';

export interface Card {
  readonly code: string;
  readonly words: readonly string[];
}

/** Somebody with a card, anywhere. */
export class ReceiptReader {
  constructor(readonly page: Page) {
    page.setDefaultTimeout(10_000);
  }

  async open(): Promise<void> {
    await this.page.goto('/r');
    await expect(this.page.getByRole('heading', { name: 'Find your story again' })).toBeVisible();
  }

  /** By keyboard: code, then all words into the first field, as from a note. */
  async type({ code, words }: Card): Promise<void> {
    await this.page.getByLabel('The code').fill(code.toLowerCase());
    await this.page.getByLabel('Word 1').fill(words.join(' '));
    await this.page.getByLabel('Word 4').press('Enter');
  }

  /** As the picture on the card leads there. */
  async scan({ code, words }: Card): Promise<void> {
    await this.page.goto('/healthz');
    await this.page.goto(`/r#${[code, ...words].join('-')}`);
  }

  /** The network goes before the last press, and comes back after it. @param said when the server was told */
  async takeBackWithoutNetwork(said: 'It is taken back.' | 'We have written it down.'): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Take my story back' }).click();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Yes, take it back' }).click();
    // That there is such a story was seen, or was not: a word may be wrong.
    const waits = said === 'It is taken back.' ? 'You have taken it back.' : said;
    await expect(page.getByRole('heading', { name: waits })).toBeVisible();
    await expect(page.getByText(/waits on this device/)).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByRole('heading', { name: said })).toBeVisible();
    await expect(page.getByText(/waits on this device/)).toHaveCount(0);
  }
}
