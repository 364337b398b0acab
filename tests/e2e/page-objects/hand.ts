import type { Locator, Page } from '@playwright/test';
import { Keyboard } from './keyboard';

/** How somebody works the page: with a pointer or with keys. The walk through Tell is the same for both. */
export interface Hand {
  press(target: Locator): Promise<void>;
  /** A radio or a checkbox. */
  pick(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  /** Puts the dot on a triad's shape or a slider's track. */
  place(surface: Locator): Promise<void>;
  /** Puts the first stone of the tray somewhere on the canvas. */
  placeStone(tray: Locator, canvas: Locator): Promise<void>;
}

export class Pointer implements Hand {
  press(target: Locator): Promise<void> {
    return target.click();
  }

  /** On its words: the whole row is the target. */
  pick(target: Locator): Promise<void> {
    return target.locator('xpath=ancestor::label').click();
  }

  type(target: Locator, text: string): Promise<void> {
    return target.fill(text);
  }

  async place(surface: Locator): Promise<void> {
    const box = await surface.boundingBox();
    if (box === null) throw new Error('nothing to place on');
    await surface.click({ position: { x: box.width * 0.4, y: box.height * 0.6 } });
  }

  async placeStone(tray: Locator, canvas: Locator): Promise<void> {
    await tray.getByRole('button').first().click();
    const box = await canvas.boundingBox();
    if (box === null) throw new Error('no canvas to place on');
    await canvas.click({ position: { x: box.width * 0.7, y: box.height * 0.4 } });
  }
}

export class Keys implements Hand {
  readonly #keyboard: Keyboard;

  constructor(private readonly page: Page) {
    this.#keyboard = new Keyboard(page);
  }

  press(target: Locator): Promise<void> {
    return this.#keyboard.press(target);
  }

  async pick(target: Locator): Promise<void> {
    if ((await target.getAttribute('type')) === 'radio') await this.#keyboard.choose(target);
    else await this.#keyboard.press(target, 'Space');
  }

  type(target: Locator, text: string): Promise<void> {
    return this.#keyboard.type(target, text);
  }

  async place(surface: Locator): Promise<void> {
    await this.#keyboard.press(surface, 'ArrowRight');
    await this.page.keyboard.press('ArrowUp');
  }

  async placeStone(tray: Locator): Promise<void> {
    await this.#keyboard.press(tray.getByRole('button').first());
    await this.page.keyboard.press('ArrowRight');
  }
}
