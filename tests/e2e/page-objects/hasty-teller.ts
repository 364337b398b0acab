import { expect, type Page } from '@playwright/test';

/** A professional telling a made-up story: the shortest way through Tell, skipping what may be skipped. */
export class HastyTeller {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(10_000);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
  }

  /** Until then it is not true that Tell works without a network. */
  async untilKeptForLater(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await this.page.waitForLoadState('networkidle');
  }

  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: /work with children/ }).click();
    await expect(this.page).toHaveURL(/\/consent\./);
    for (const line of await this.page.getByRole('checkbox').all()) await line.check({ force: true });
    await this.page.getByRole('button', { name: 'I agree', exact: true }).click();
  }

  async goTo(step: string): Promise<void> {
    for (let i = 0; i < 30 && !this.page.url().endsWith(`/${step}`); i += 1) await this.next();
    await expect(this.page).toHaveURL(new RegExp(`/${step}$`));
  }

  async next(): Promise<void> {
    const before = this.page.url();
    await this.page.getByRole('button', { name: /^(Next|Skip)$/ }).click();
    await expect(this.page).not.toHaveURL(before);
  }

  async write(text: string): Promise<void> {
    await this.goTo('story');
    await this.page.getByRole('textbox').fill(text);
  }

  async send(): Promise<void> {
    await this.goTo('check');
    await this.page.getByRole('button', { name: 'Send' }).click();
    await expect(this.page.getByText('Your four words')).toBeVisible();
  }

  /** Code and words as they stand on the card that is shown. */
  async receipt(): Promise<{ code: string; words: string[] }> {
    const words = this.page.getByRole('listitem').filter({ hasText: /^\d\s*[a-z]{3,8}$/ });
    await expect(words).toHaveCount(4);
    const code = /\/t\/([^/]+)/.exec(this.page.url())?.[1] ?? '';
    return { code, words: (await words.allInnerTexts()).map((text) => text.replace(/[^a-z]/g, '')) };
  }
}
