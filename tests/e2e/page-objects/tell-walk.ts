import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from './hand';
import { ENGLISH, type Walker, type WalkWords } from './walk-words';

/** What a screen is when it is looked at: just opened, or with something on it, or in another of its views. */
export interface Seen {
  /** "triad.right, list" */
  readonly name: string;
  /** A step as it was opened: nobody has touched it. */
  readonly fresh: boolean;
  /** The same view of the same kind of control was seen on an earlier step: "list", of another triad. */
  readonly again: boolean;
}

/**
 * Walks through every screen of Tell for one audience, opens every view and sheet, answers everything, and sends.
 * Everything that is shown is shown to `see`.
 */
export class TellWalk {
  readonly #seen = new Set<string>();

  constructor(
    readonly page: Page,
    private readonly code: string,
    private readonly walker: Walker,
    private readonly hand: Hand,
    private readonly see: (seen: Seen) => Promise<void>,
    private readonly words: WalkWords = ENGLISH,
  ) {}

  step(): string {
    return decodeURIComponent(new URL(this.page.url()).pathname.split('/')[3] ?? '');
  }

  async all(): Promise<void> {
    await this.start();
    for (let screens = 0; screens < 60 && this.step() !== 'check'; screens += 1) await this.screen();
    await this.check();
    await this.thanks();
  }

  async start(): Promise<void> {
    await this.page.goto(`/t/${this.code}${this.words.query}`);
    const card = this.page.getByRole('button', { name: this.words.cards[this.walker] });
    await expect(card).toBeVisible();
    await this.#look('start');
    await this.sheets('start');
    await this.hand.press(card);
    await expect.poll(() => this.step()).not.toBe('');
  }

  /** The sheets of Stop and Help lie over every screen alike: looked at where they differ. */
  async sheets(where: string): Promise<void> {
    for (const [name, opener] of [
      ['stop', this.page.getByRole('banner').getByRole('button').first()],
      ['help', this.page.getByRole('banner').getByRole('button').last()],
    ] as const) {
      await this.hand.press(opener);
      await expect(this.page.getByRole('dialog')).toBeVisible();
      await this.#look(`${where}, ${name} sheet`);
      await this.page.keyboard.press('Escape');
      await expect(this.page.getByRole('dialog')).toBeHidden();
    }
  }

  /** One screen, all its views, and on. */
  async screen(): Promise<void> {
    const { page } = this;
    const step = this.step();
    const before = page.url();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await this.#look(step, true);
    if (/^(consent|assent)/.test(step)) {
      if (await this.#agree(step)) return void (await this.#left(before));
    } else if (await this.#pad.or(this.#field).first().isVisible()) await this.#drawing(step);
    else if ((await this.#listOf().count()) > 0 && (await this.#offersShape())) await this.#listFirst(step);
    else if (await page.getByRole('slider').isVisible()) await this.#slider(step);
    else if ((await page.getByRole('main').getByRole('textbox').count()) > 0) await this.#write(step);
    else if ((await this.#picks().count()) > 0) await this.#choose(step);
    else if (step.startsWith('stones.')) await this.#stonesList(step);
    if (step === 'interruption') await this.sheets(step);
    await this.next();
  }

  async next(): Promise<void> {
    const before = this.page.url();
    const { next, skip } = this.words;
    await this.hand.press(this.#exactly('navigation', next, skip));
    await this.#left(before);
  }

  /** Told by the browser: asked at intervals, every screen would take a tenth of a second more. */
  #left(address: string): Promise<void> {
    return this.page.waitForURL(({ href }) => href !== address);
  }

  async check(): Promise<void> {
    await this.#look('check');
    await this.hand.press(this.#exactly('navigation', this.words.send));
    await expect(this.page).toHaveURL(/\/thanks\//);
  }

  async thanks(): Promise<void> {
    await expect(this.page.getByRole('main').getByRole('list').first()).toBeVisible();
    await expect(this.page.getByText(this.words.arrived, { exact: true })).toBeVisible();
    await this.#look('thanks');
  }

  get #pad(): Locator {
    return this.page.getByRole('application');
  }

  get #field(): Locator {
    return this.page.getByRole('group', { name: this.words.field });
  }

  #picks(): Locator {
    return this.page.getByRole('main').getByRole('radio').or(this.page.getByRole('main').getByRole('checkbox'));
  }

  #listOf(): Locator {
    return this.page.getByRole('main').getByRole('radiogroup');
  }

  #way(...names: readonly string[]): Locator {
    return this.#exactly('main', ...names);
  }

  /** A button that is called exactly one of these. */
  #exactly(where: 'main' | 'navigation', ...names: readonly string[]): Locator {
    const [first = '', ...others] = names;
    const called = (name: string) => this.page.getByRole(where).getByRole('button', { name, exact: true });
    return others.reduce((found, name) => found.or(called(name)), called(first));
  }

  #offersShape(): Promise<boolean> {
    return this.#way(this.words.shape, this.words.showShape).isVisible();
  }

  async #look(name: string, fresh = false): Promise<void> {
    const view = name.replace(/^(\w+)\.\w+, /, '$1, ');
    const again = view !== name && this.#seen.has(view);
    this.#seen.add(view);
    await this.see({ name, fresh, again });
  }

  /** @returns whether that led on by itself */
  async #agree(step: string): Promise<boolean> {
    const yes = this.page.getByRole('main').getByRole('button', { name: this.words.yes });
    if (!(await yes.isVisible())) return false;
    const lines = await this.page.getByRole('checkbox').all();
    if (lines.length > 0) {
      await this.hand.press(yes);
      await this.#look(`${step}, not all ticked`);
      for (const line of lines) await this.hand.pick(line);
      await this.#look(`${step}, ticked`);
    }
    await this.hand.press(yes);
    return true;
  }

  /** A triad or stones, drawing first. */
  async #drawing(step: string): Promise<void> {
    const triad = await this.#pad.isVisible();
    if (triad) await this.hand.place(this.#pad);
    else await this.hand.placeStone(this.page.getByRole('group', { name: this.words.tray }), this.#field);
    await this.#look(`${step}, placed`);
    await this.hand.press(this.#way(triad ? this.words.list : this.words.useList));
    await this.#look(`${step}, list`);
    if (triad) await this.#howMuch(step);
    else await this.#openStone(step);
    await this.hand.press(this.#way(this.words.shape, this.words.showField));
    await this.#misfit(step);
  }

  /** Where there is little room the list is what is shown, and the shape a view of it. */
  async #listFirst(step: string): Promise<void> {
    await this.hand.pick(this.page.getByRole('main').getByRole('radio').first());
    await this.#look(`${step}, list chosen`);
    await this.hand.press(this.#way(this.words.shape, this.words.showShape));
    await this.hand.place(this.#pad);
    await this.#look(`${step}, shape`);
    await this.#howMuch(step);
    await this.hand.press(this.#way(this.words.list));
    await this.#misfit(step);
  }

  async #howMuch(step: string): Promise<void> {
    await this.hand.press(this.#way(this.words.howMuch));
    for (const group of await this.#listOf().all()) await this.hand.pick(group.getByRole('radio').last());
    await this.#look(`${step}, how much`);
  }

  async #stonesList(step: string): Promise<void> {
    await this.#openStone(step);
    await this.#misfit(step);
  }

  async #openStone(step: string): Promise<void> {
    await this.hand.press(this.page.getByRole('main').locator('button[aria-expanded]').first());
    await this.hand.pick(this.page.getByRole('main').getByRole('radio').first());
    await this.#look(`${step}, list open`);
  }

  async #slider(step: string): Promise<void> {
    await this.hand.place(this.page.getByRole('slider'));
    await this.#look(`${step}, placed`);
    await this.#misfit(step);
  }

  async #misfit(step: string): Promise<void> {
    const misfit = this.page.getByRole('main').locator('button[aria-pressed]').last();
    await this.hand.press(misfit);
    await expect(misfit).toHaveAttribute('aria-pressed', 'true');
    await this.#look(`${step}, does not fit`);
  }

  async #write(step: string): Promise<void> {
    const paper = this.page.getByRole('main').getByRole('textbox');
    await this.hand.type(paper, step === 'title' ? this.words.title : this.words.story);
    await this.#look(`${step}, written`);
  }

  async #choose(step: string): Promise<void> {
    // The last of a fixed choice of two is "yes, I want help": what it opens is a part of the screen.
    const options = this.#picks();
    await this.hand.pick(step === 'help_me' ? options.last() : options.first());
    await this.#look(`${step}, chosen`);
    const contact = this.page.getByRole('main').getByRole('textbox');
    if (await contact.isVisible()) await this.hand.type(contact, this.words.contact);
  }
}
