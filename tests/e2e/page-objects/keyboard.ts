import type { Locator, Page } from '@playwright/test';

const MOST_STOPS = 120;

/** A person with a keyboard and nothing else: what Tab does not reach cannot be used. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target.toString()}`);
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(text);
  }

  /** Chooses the nth option (from 0) of the radio group that holds the radio: Tab to the group, Space, then arrows. */
  async pick(firstRadio: Locator, nth = 0): Promise<void> {
    await this.press(firstRadio, 'Space');
    for (let down = 0; down < nth; down += 1) await this.page.keyboard.press('ArrowDown');
  }
}
