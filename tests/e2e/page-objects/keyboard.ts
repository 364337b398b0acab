import type { Locator, Page } from '@playwright/test';
import { pressTab } from './tab-key';
import { tabsTo } from './tab-stops';

const MOST_STOPS = 120;

/** A person with a keyboard and nothing else: what Tab does not reach cannot be used. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    const there = () =>
      target.evaluate(
        (element) =>
          element === document.activeElement ||
          (element instanceof HTMLInputElement &&
            element.type === 'radio' &&
            document.activeElement?.getAttribute('name') === element.name),
      );
    // Counted out first, for a key pressed and looked at is slow; whether it was enough is seen on the page.
    await pressTab(this.page, await target.evaluate(tabsTo));
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await there()) return;
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

  /** Chooses this radio, wherever in its group it is and whatever was chosen before. */
  async choose(radio: Locator): Promise<void> {
    await this.tabTo(radio);
    const away = await radio.evaluate((target) => {
      const group = [...document.querySelectorAll(`input[name="${CSS.escape(target.getAttribute('name') ?? '')}"]`)];
      return group.indexOf(target) - group.findIndex((other) => other === document.activeElement);
    });
    const arrow = away > 0 ? 'ArrowDown' : 'ArrowUp';
    await Promise.all(Array.from({ length: Math.abs(away) }, () => this.page.keyboard.press(arrow)));
    if (!(await radio.isChecked())) await this.page.keyboard.press('Space');
  }
}
