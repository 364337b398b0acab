import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BodyRowSchema, DraftRowSchema, OutboxRowSchema, type OutboxRow } from '$lib/device/rows';
import type { Draft } from '$lib/domain/story/draft';
import { rowsOnDevice } from '../../e2e/page-objects/device-store';
import { HastyTeller } from '../../e2e/page-objects/hasty-teller';
import type { Stage } from '../stage';
import type { Ledger } from './ledger';
import { openBrowser, until, type OwnBrowser } from './own-browser';
import { removeFolder } from './remove-folder';

const SENT_MS = 60_000;

/** What lies on a phone. */
export interface Kept {
  readonly drafts: readonly Draft[];
  readonly told: readonly OutboxRow[];
}

/** Somebody's own phone: a real Chromium with a profile, in which the link of a collector is open. */
export class Phone {
  readonly teller: HastyTeller;

  private constructor(
    readonly browser: OwnBrowser,
    readonly profile: string,
    readonly address: string,
  ) {
    this.teller = new HastyTeller(browser.page);
    browser.page.setDefaultTimeout(20_000);
  }

  /** Switches the phone on. @param url of the server, as the page sees it */
  static async on(stage: Pick<Stage, 'afterwards'>, profile: string, url: string, code: string): Promise<Phone> {
    const browser = await openBrowser(profile);
    stage.afterwards(() => browser.kill());
    return new Phone(browser, profile, `${url.replace('127.0.0.1', 'localhost')}/t/${code}`);
  }

  /** Opens the link, as a person does who finds what they had. */
  async open(step = ''): Promise<void> {
    await this.browser.page.goto(this.address + step);
    await this.browser.page.getByRole('heading', { level: 1 }).waitFor();
  }

  async kept(): Promise<Kept> {
    const { page } = this.browser;
    const drafts = (await rowsOnDevice(page, 'drafts')).map((row) => DraftRowSchema.parse(row).draft);
    const told = (await rowsOnDevice(page, 'outbox')).map((row) => OutboxRowSchema.parse(row));
    return { drafts, told };
  }

  /** The receipt is shown: the page has said that the story is saved. @returns the story's id */
  async toldToBeSaved(): Promise<string> {
    await this.browser.page.waitForURL(/\/thanks\//);
    return /\/thanks\/([^/?]+)/.exec(this.browser.page.url())?.[1] ?? '';
  }

  /** Waits until everything told here has arrived, and tells the ledger. */
  async settle(ledger: Ledger): Promise<void> {
    const { page } = this.browser;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    const told = await until(async () => {
      const { told } = await this.kept();
      return told.every(({ state }) => state === 'stored' || state === 'refused') && told;
    }, SENT_MS);
    const bodies = (await rowsOnDevice(page, 'bodies')).map((row) => BodyRowSchema.parse(row));
    for (const { id, hash, state, refusal } of told) {
      ledger.tell({ id, hash, json: bodies.find((body) => body.id === id)?.json ?? '' });
      if (state === 'stored') ledger.hear({ id, outcome: 'already' });
      else ledger.hear({ id, outcome: 'refused', reason: refusal ?? { kind: 'unknown', message: '' } });
    }
  }
}

/** A profile folder that is removed in the end. */
export function newProfile({ afterwards }: Pick<Stage, 'afterwards'>, below = tmpdir()): string {
  const profile = mkdtempSync(join(below, 'sheaf-phone-'));
  afterwards(() => removeFolder(profile));
  return profile;
}
