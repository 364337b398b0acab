import type { CDPSession, Page } from '@playwright/test';

/** How much room a page has: of the window, and for each letter. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** CSS px, the browser's own size of text, as set in its preferences. */
  readonly text: number;
}

export const PHONE: Room = { width: 360, height: 740, text: 16 };
/** What is left of 1280 px at 400 % zoom. */
export const NARROW: Room = { width: 320, height: 640, text: 16 };
/** A phone of somebody who set their browser's text to 200 %. */
export const LARGE_TEXT: Room = { width: 360, height: 740, text: 32 };

/**
 * Gives a page another room while it is open. The size of text is the browser's own preference, the one that
 * `--blink-settings=defaultFontSize` sets at the start: `rem`, and `em` in media queries, follow it; a font size put on
 * the root element would leave the media queries as they were.
 */
export class Rooms {
  #session: Promise<CDPSession> | undefined;
  #now: Room;

  constructor(
    private readonly page: Page,
    readonly home: Room,
  ) {
    this.#now = { ...home, text: 16 };
  }

  /** Opens the page's own room. */
  async enter(): Promise<void> {
    await this.#take(this.home);
  }

  /** Looks at the page as it is in each of these rooms in turn, and goes home. */
  async visit(rooms: readonly Room[], look: (room: Room) => Promise<void>): Promise<void> {
    for (const room of rooms) {
      await this.#take(room);
      await look(room);
    }
    await this.#take(this.home, 1);
  }

  /**
   * Controls ask how large the text is when the window's width crosses the border below which lists come first (`room.svelte.ts`),
   * not when a preference changes under an open page. So the text changes while the window is narrow, and whatever is shown
   * afterwards has asked again.
   */
  async #take(room: Room, pictures: 1 | 2 = 2): Promise<void> {
    let changed = false;
    if (room.text !== this.#now.text) {
      if (await this.#resize(NARROW)) await this.#pictures(1);
      this.#session ??= this.page.context().newCDPSession(this.page);
      await (await this.#session).send('Page.setFontSizes', { fontSizes: { standard: room.text } });
      changed = true;
    }
    changed = (await this.#resize(room)) || changed;
    this.#now = room;
    if (changed) await this.#pictures(pictures);
  }

  /** @returns whether it had another size */
  async #resize({ width, height }: Room): Promise<boolean> {
    const size = this.page.viewportSize();
    if (size?.width === width && size.height === height) return false;
    await this.page.setViewportSize({ width, height });
    return true;
  }

  /**
   * With the next picture media queries have been told of a border that was crossed, which is enough to go on with at home; with
   * the second everything that follows the window has taken its new size (`height-left.svelte.ts`), and can be measured.
   */
  async #pictures(count: 1 | 2): Promise<void> {
    await this.page.evaluate(async (count) => {
      for (let picture = 0; picture < count; picture += 1) await new Promise(requestAnimationFrame);
    }, count);
  }
}
