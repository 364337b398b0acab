import { launch, type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGS } from '../../scripts/chromium.mjs';
import type { EnginePage, Sought } from './engine-page';
import { found } from './found';
import { seek } from './seek';

type Handle = ElementHandle<Element>;

const PHONE = { width: 360, height: 740 };

/** Firefox and Chromium over WebDriver BiDi, which both speak without a driver of their own. */
export async function launchBidi(engine: 'chromium' | 'firefox', path: string): Promise<EnginePage> {
  const browser = await launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    protocol: 'webDriverBiDi',
    executablePath: path,
    headless: true,
    args: engine === 'chromium' ? CHROMIUM_ARGS : [],
    defaultViewport: PHONE,
  });
  return new BidiPage(await browser.version(), browser, await browser.newPage());
}

class BidiPage implements EnginePage {
  constructor(
    readonly engine: string,
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  async open(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  address(): Promise<string> {
    return Promise.resolve(this.page.url());
  }

  run<Result, Args extends unknown[]>(script: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>> {
    const asked = args.map((value) => JSON.stringify(value)).join();
    return this.page.evaluate(`(${script.toString()})(${asked})`) as Promise<Awaited<Result>>; // what the script returns
  }

  async press(sought: Sought): Promise<void> {
    await (await this.#find(sought)).click();
  }

  async tapAt(sought: Sought, across: number, down: number): Promise<void> {
    const element = await this.#find(sought);
    await element.scrollIntoView();
    const box = await element.boundingBox();
    if (box === null) throw new Error('nothing to tap on');
    await this.page.touchscreen.tap(box.x + box.width * across, box.y + box.height * down);
  }

  async type(sought: Sought, text: string): Promise<void> {
    const element = await this.#find(sought);
    await element.click();
    await this.page.keyboard.type(text);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  #find(sought: Sought): Promise<Handle> {
    return found(sought, async () => (await this.page.evaluateHandle(seek, sought)).asElement() as Handle | null); // seek finds elements
  }
}
