import { expect } from '@playwright/test';
import { AUDIENCES } from '../../src/lib/domain/audience';
import type { Answer } from '../../src/lib/domain/signifier/answer';
import type { EnginePage } from './engine-page';

/** Somebody telling a story in any engine. The step shown is the last part of the address. */
export class Telling {
  constructor(
    private readonly at: EnginePage,
    private readonly address: string,
  ) {}

  async open(): Promise<void> {
    await this.at.open(this.address);
    await expect.poll(() => this.says('Who are you?')).toBe(true);
  }

  /** Until then it is not true that Tell works without a network: a worker answers, and every audience's questions are here. */
  async untilKeptForLater(): Promise<void> {
    const kept = expect.poll(() => this.at.run(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 });
    await kept.toBe(true);
    await expect.poll(async () => (await this.#rows('editions')).length, { timeout: 15_000 }).toBe(AUDIENCES.length);
  }

  async step(): Promise<string> {
    return decodeURIComponent(new URL(await this.at.address()).pathname.split('/')[3] ?? '');
  }

  heading(): Promise<string> {
    return this.at.run(() => document.querySelector('h1')?.textContent.trim() ?? '');
  }

  says(text: string): Promise<boolean> {
    return this.at.run((sought) => document.body.innerText.includes(sought), text);
  }

  /** Which row of the list that is shown holds the mark. */
  chosen(): Promise<number> {
    return this.at.run(() =>
      [...document.querySelectorAll<HTMLInputElement>('main input[type="radio"]')].findIndex(({ checked }) => checked),
    );
  }

  async am(person: string): Promise<void> {
    await this.#on(() => this.at.press({ role: 'button', name: `^${person}` }));
  }

  async agree(): Promise<void> {
    await this.skipTo('consent.family');
    const lines = await this.at.run(() => document.querySelectorAll('main input[type="checkbox"]').length);
    for (let nth = 0; nth < lines; nth += 1) await this.at.press({ role: 'checkbox', nth });
    await this.#on(() => this.at.press({ role: 'button', name: '^(Yes|I agree)' }));
  }

  async write(text: string): Promise<void> {
    await this.skipTo('story');
    await this.at.type({ role: 'textbox' }, text);
  }

  /** Goes on, skipping, until the step is shown. */
  async skipTo(step: string): Promise<void> {
    for (let turns = 0; turns < 60 && (await this.step()) !== step; turns += 1)
      await this.#on(() => this.at.press({ role: 'button', name: '^(Next|Skip)$', within: 'nav' }));
    expect(await this.step()).toBe(step);
  }

  async send(): Promise<void> {
    await this.#on(() => this.at.press({ role: 'button', name: '^Send$' }));
    await expect.poll(() => this.at.address()).toContain('/thanks/');
  }

  /** The four words on the receipt. */
  receipt(): Promise<string[]> {
    return this.at.run(() =>
      [...document.querySelectorAll('main li')]
        .map((line) => /^\d?\s*([a-z]{3,8})$/.exec(line.textContent.trim())?.[1])
        .filter((word) => word !== undefined),
    );
  }

  /** What of this answer would survive the death of the page. */
  async answer(step: string): Promise<Answer | undefined> {
    const [row] = (await this.#rows('drafts')) as { draft: { answers: Record<string, Answer> } }[]; // as the device laid it
    return row?.draft.answers[step];
  }

  async #on(go: () => Promise<void>): Promise<void> {
    const before = await this.at.address();
    await go();
    await expect.poll(() => this.at.address(), { timeout: 15_000 }).not.toBe(before);
  }

  #rows(table: string): Promise<unknown[]> {
    return this.at.run(async (name) => {
      const known = await indexedDB.databases();
      if (!known.some((database) => database.name === 'sheaf')) return [];
      const done = <T>(asked: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error ?? new Error('refused'));
        });
      const opened = await done(indexedDB.open('sheaf'));
      try {
        return await done<unknown[]>(opened.transaction(name).objectStore(name).getAll());
      } finally {
        opened.close();
      }
    }, table);
  }
}
