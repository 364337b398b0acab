import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import type { Fault } from '../fault';
import { killedAt } from '../parts/moment';
import { noBrowser } from '../parts/own-browser';
import { newProfile, Phone, type Kept } from '../parts/phone';
import { verify } from '../parts/verify';
import type { Stage } from '../stage';

const WORDS = 'a made up story of a plan that came two weeks before the move and of a bus that was late again '.repeat(
  4,
);

/** What the page had shown or kept before the browser died. */
export interface Seen {
  /** Words that lay in the device's database. */
  readonly written: string;
  /** The receipt of this story was shown. */
  readonly saved: string | null;
}

/** Writes a story, or writes and sends it, until the browser dies at a moment that nobody chose. */
export async function tellUntil(phone: Phone, random: SeededRandom, kill: () => Promise<void>): Promise<Seen> {
  const { teller, browser } = phone;
  const page = browser.page;
  await phone.open();
  await teller.begin();
  await teller.goTo('story');
  const paper = page.getByRole('textbox');
  if (random.below(3) === 0) {
    const written = await killedAt<string>(100 + random.below(1500), kill, async (note) => {
      for (let length = 8; ; length += 1 + random.below(9)) {
        await paper.fill(`${WORDS.slice(0, length % WORDS.length)} ${length}`);
        note((await phone.kept()).drafts[0]?.text ?? '');
      }
    });
    return { written: written ?? '', saved: null };
  }
  await paper.fill(WORDS);
  await teller.goTo('title');
  await phone.open('/check');
  await page.getByRole('button', { name: 'Send' }).waitFor();
  const written = (await phone.kept()).drafts[0]?.text ?? '';
  const saved = await killedAt<string>(random.below(900), kill, async (note) => {
    await page.getByRole('button', { name: 'Send' }).click();
    note(await phone.toldToBeSaved());
  });
  return { written, saved };
}

/** A killed browser leaves a draft with the words it had kept, or a whole story; never both, and never neither. */
export function held(seen: Seen, { drafts, told }: Kept, before: ReadonlySet<string>, { expect, ledger }: Stage): void {
  const fresh = told.filter(({ id }) => !before.has(id));
  if (seen.saved !== null && !told.some(({ id }) => id === seen.saved)) {
    // On the ledger as saved: what does not arrive is then counted as lost.
    ledger.tell({ id: seen.saved, hash: '', json: '' });
    ledger.hear({ id: seen.saved, outcome: 'already' });
  }
  expect(drafts.length + fresh.length <= 1, `${drafts.length} drafts and ${fresh.length} stories of one telling`);
  if (fresh.length > 0) return;
  const text = drafts[0]?.text ?? '';
  // Typed over and over in one sitting: never older than what was read from the database.
  expect(lengthOf(text) >= lengthOf(seen.written), `kept was "${seen.written.slice(-30)}", left "${text.slice(-30)}"`);
}

function lengthOf(text: string): number {
  return Number(/ (\d+)$/.exec(text)?.[1] ?? text.length);
}

/** What was left of the story is told to its end, as anybody would who finds it again. */
export async function tellToItsEnd(phone: Phone): Promise<void> {
  const { page } = phone.browser;
  await phone.open('/check');
  await page.getByRole('button', { name: 'Send' }).click();
  await phone.toldToBeSaved();
}

/** kill -9 of the whole browser while a story is written, packed and sent, again and again over one profile. */
export const chromiumKilled: Fault = {
  name: 'chromium-killed',
  lines: [1],
  engines: ['sqlite'],
  short: 0,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, random, ledger } = stage;
    const here = await install();
    const server = await here.start();
    const profile = newProfile(stage);
    const known = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const phone = await Phone.on(stage, profile, here.url, server.code);
      const seen = await tellUntil(phone, random, () => phone.browser.kill());
      const again = await Phone.on(stage, profile, here.url, server.code);
      await again.open();
      const kept = await again.kept();
      held(seen, kept, known, stage);
      if (kept.drafts.length > 0) await tellToItsEnd(again);
      await again.settle(ledger);
      for (const { id } of (await again.kept()).told) known.add(id);
      await again.browser.kill();
    }
    await server.stop();
    await verify(here, ledger);
  },
};
