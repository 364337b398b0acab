import { expect, type Locator, type Page } from '@playwright/test';
import { DraftRowSchema } from '../../../src/lib/device/rows';
import { AUDIENCES } from '../../../src/lib/domain/audience';
import type { Draft } from '../../../src/lib/domain/story/draft';
import { rowsOnDevice } from './device-store';
import { Keyboard } from './keyboard';

/** Somebody telling a story with the keyboard only. The step shown is the last part of the address. */
export class Teller {
  readonly keys: Keyboard;

  constructor(
    readonly page: Page,
    private readonly code: string,
  ) {
    this.keys = new Keyboard(page);
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get way(): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name: /^(Next|Skip|Send)$/ });
  }

  step(): string {
    return decodeURIComponent(new URL(this.page.url()).pathname.split('/')[3] ?? '');
  }

  async open(): Promise<void> {
    await this.page.goto(`/t/${this.code}`);
    await expect(this.page.getByText('Who are you?')).toBeVisible();
  }

  /** Until then it is not true that Tell works without a network: a worker answers, and every audience's questions are here. */
  async untilKeptForLater(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await expect.poll(async () => (await rowsOnDevice(this.page, 'editions')).length).toBe(AUDIENCES.length);
  }

  /** What of the story being told would survive the death of this page. */
  async keptDraft(): Promise<Draft | null> {
    const [row] = await rowsOnDevice(this.page, 'drafts');
    return row === undefined ? null : DraftRowSchema.parse(row).draft;
  }

  async am(person: RegExp): Promise<void> {
    await this.keys.press(this.page.getByRole('button', { name: person }));
    await expect.poll(() => this.step()).not.toBe('');
  }

  /** Presses Next, Skip or Send, and waits for the screen that follows. */
  async next(): Promise<void> {
    const before = this.page.url();
    await this.keys.press(this.way);
    await expect.poll(() => this.page.url()).not.toBe(before);
  }

  /** Goes on, skipping, until the step is shown. */
  async skipTo(step: string): Promise<void> {
    for (let turns = 0; turns < 60 && this.step() !== step; turns += 1) await this.next();
    expect(this.step()).toBe(step);
  }

  async agree(): Promise<void> {
    for (const box of await this.page.getByRole('checkbox').all()) await this.keys.press(box, 'Space');
    const before = this.page.url();
    await this.keys.press(this.page.getByRole('button', { name: /^(Yes|I agree)/ }));
    await expect.poll(() => this.page.url()).not.toBe(before);
  }

  async write(label: string, text: string): Promise<void> {
    await this.keys.type(this.page.getByRole('textbox', { name: label }), text);
  }

  /** On a triad: opens the list when the shape is shown, then takes the nth row. */
  async placeByList(nth: number): Promise<void> {
    await this.showList();
    await this.keys.pick(this.page.getByRole('radio').first(), nth);
  }

  async showList(): Promise<void> {
    const list = this.page.getByRole('button', { name: 'List', exact: true });
    if (await list.isVisible()) await this.keys.press(list);
  }

  /** Takes the row with this name in the list that is shown. */
  async pick(row: RegExp | string): Promise<void> {
    const rows = this.page.getByRole('radio');
    const names = await rows.evaluateAll((all) =>
      all.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent.trim() ?? ''),
    ); // radios are inputs
    const nth = names.findIndex((name) => (typeof row === 'string' ? name === row : row.test(name)));
    if (nth === -1) throw new Error(`no row ${row.toString()} in: ${names.join(' | ')}`);
    await this.choose(nth);
    await expect(rows.nth(nth)).toBeChecked();
  }

  async choose(nth: number): Promise<void> {
    await this.keys.pick(this.page.getByRole('radio').first(), nth);
  }

  /** The four words on the receipt. */
  async receipt(): Promise<string[]> {
    await expect(this.page).toHaveURL(/\/thanks\//);
    const words = this.page.getByRole('listitem').filter({ hasText: /^\d?\s*[a-z]{3,8}$/ });
    await expect(words).toHaveCount(4);
    return (await words.allInnerTexts()).map((text) => text.replace(/[^a-z]/g, ''));
  }
}
