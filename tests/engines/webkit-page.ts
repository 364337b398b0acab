import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Builder, Capabilities, type WebDriver, type WebElement } from 'selenium-webdriver';
import { freePort } from '../../scripts/free-port.mjs';
import type { EnginePage, Sought } from './engine-page';
import { found } from './found';
import { seek } from './seek';

const START_MS = 20_000;

/** WebKitGTK's MiniBrowser behind its WebDriver, on a screen that nobody sees where the machine has none. */
export async function launchWebKit(path: string): Promise<EnginePage> {
  const port = await freePort();
  const driver = [path, `--port=${port}`, '--host=127.0.0.1'];
  const onScreen = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  const [program = path, ...args] = onScreen === undefined ? ['xvfb-run', '--auto-servernum', ...driver] : driver;
  // A group of its own, so that the screen ends with the driver.
  const service = spawn(program, args, { detached: true, stdio: 'ignore' });
  try {
    await answering(port, service);
    const session = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
      .build();
    const version = (await session.getCapabilities()).getBrowserVersion() ?? '';
    await session.manage().window().setRect({ x: 0, y: 0, width: 420, height: 900 });
    return new WebKitPage(`WebKitGTK ${version}`, session, service);
  } catch (error) {
    await end(service);
    throw error;
  }
}

async function answering(port: number, service: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && service.exitCode === null) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (status?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer');
}

async function end(service: ChildProcess): Promise<void> {
  if (service.pid === undefined || service.exitCode !== null) return;
  const ended = once(service, 'exit');
  process.kill(-service.pid, 'SIGTERM');
  await ended;
}

class WebKitPage implements EnginePage {
  constructor(
    readonly engine: string,
    private readonly session: WebDriver,
    private readonly service: ChildProcess,
  ) {}

  async open(url: string): Promise<void> {
    await this.session.get(url);
  }

  async reload(): Promise<void> {
    await this.session.navigate().refresh();
  }

  address(): Promise<string> {
    return this.session.getCurrentUrl();
  }

  async run<Result, Args extends unknown[]>(
    script: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const answer = await this.session.executeAsyncScript<{ is: Awaited<Result> } | { failed: string }>(
      `const done = arguments[arguments.length - 1];
       Promise.resolve((${script.toString()})(...[...arguments].slice(0, -1)))
         .then((is) => done({ is }), (error) => done({ failed: String(error) }));`,
      ...args,
    );
    if ('failed' in answer) throw new Error(answer.failed);
    return answer.is;
  }

  /** The driver scrolls only until something is in the window, where a bar may still lie over it: a person scrolls on. */
  async press(sought: Sought): Promise<void> {
    const element = await this.#find(sought);
    await this.#intoView(element);
    await element.click();
  }

  async tapAt(sought: Sought, across: number, down: number): Promise<void> {
    const element = await this.#find(sought);
    await this.#intoView(element);
    const { width, height } = await element.getRect();
    // Counted from its middle.
    const x = Math.round(width * (across - 0.5));
    const y = Math.round(height * (down - 0.5));
    await this.session.actions().move({ origin: element, x, y }).press().release().perform();
  }

  async type(sought: Sought, text: string): Promise<void> {
    const element = await this.#find(sought);
    await element.click();
    await element.sendKeys(text);
  }

  async close(): Promise<void> {
    await this.session.quit();
    await end(this.service);
  }

  async #intoView(element: WebElement): Promise<void> {
    await this.session.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
  }

  #find(sought: Sought): Promise<WebElement> {
    return found(sought, () =>
      this.session.executeScript<WebElement | null>(`return (${seek.toString()})(arguments[0])`, sought),
    );
  }
}
