import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaRef } from '$lib/domain/story/media-ref';
import type { StaffRole } from '$lib/domain/programme/staff-role';
import { acceptPush } from '$lib/server/accept/accept-push';
import type { Member } from '$lib/server/access/staff';
import { openStory } from '$lib/server/care/open-story';
import { recordReading } from '$lib/server/care/record-reading';
import { replayWithdrawals } from '$lib/server/journal/replay-withdrawals';
import { tidyMedia } from '$lib/server/media/tidy';
import { LET_GO_MS, STRAY_MS } from '$lib/server/media/bounds';
import { withdraw } from '$lib/server/receipts/withdraw';
import { withSheffield } from '../../../fixtures/programmes';
import { aPush, anItem } from '../../../fixtures/pushes';
import { openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { announced, begin, captureToken, picture, send, sha256, tus } from '../../../fixtures/uploads';

const PROGRAMME = 'sheffield-send';
const CODE = 'K7M2QP';
const receiptOf = (n: number) => String(n).repeat(64);

let under: ServicesUnderTest;
let token: string;
let red: Uint8Array<ArrayBuffer>;
let blue: Uint8Array<ArrayBuffer>;

beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
  token = await captureToken(under.services);
  [red, blue] = await Promise.all([picture('png', '#d33'), picture('png', '#33d')]);
});
afterEach(() => under.close());

const refTo = (bytes: Uint8Array): MediaRef => ({
  sha256: sha256(bytes),
  kind: 'photo',
  mime: 'image/png',
  bytes: bytes.length,
});
const upload = (bytes: Uint8Array) =>
  send(under.services, token, bytes, announced(bytes, { kind: 'photo', mime: 'image/png' }));
const lies = (bytes: Uint8Array) => {
  const name = sha256(bytes);
  return existsSync(join(under.services.settings.data, 'media', name.slice(0, 2), name));
};
const known = async (bytes: Uint8Array) => (await under.services.store.mediaOf(PROGRAMME, sha256(bytes))) !== null;

async function tell(n: number, files: Uint8Array[], revision = 1): Promise<string | undefined> {
  const story = aStory({ id: idNumber(n), media: files.map(refTo), revision });
  const [outcome] = await under.services.store.acceptStories(
    [await accepted(story, { receipt: receiptOf(n) })],
    under.services.now(),
  );
  return outcome?.outcome;
}
const takeBack = (n: number) =>
  withdraw(under.services, { code: CODE, receipt: receiptOf(n), address: '192.0.2.1' }, null);

async function member(...roles: StaffRole[]): Promise<Member> {
  const programme = await under.services.store.programme(PROGRAMME);
  if (programme === null) throw new Error('there is no programme');
  return { id: 'somebody', name: 'Somebody', programme, roles } as unknown as Member; // what a reading asks of it
}
async function readAs(role: StaffRole, n: number, outcome: 'clear' | 'concern'): Promise<string> {
  const by = await member(role);
  const opened = await openStory(under.services as never, by, idNumber(n)); // the parts of access that it asks for
  return (
    await recordReading(under.services, by, idNumber(n), { outcome, seen: opened?.seen, note: 'They were rung.' })
  ).kind;
}

describe('the files of a story that is taken back', () => {
  it('go with it, bytes and all; one that another story names stays until that is taken back too', async () => {
    for (const bytes of [red, blue]) await upload(bytes);
    await tell(1, [red, blue]);
    await tell(2, [blue]);
    await takeBack(1);
    expect([await known(red), lies(red)]).toEqual([false, false]);
    expect([await known(blue), lies(blue)]).toEqual([true, true]);
    await takeBack(2);
    expect([await known(blue), lies(blue)]).toEqual([false, false]);
  });

  it('stay while a concern is open, and go when it is settled', async () => {
    await upload(red);
    await tell(1, [red]);
    expect(await readAs('reader', 1, 'concern')).toBe('recorded');
    await takeBack(1);
    expect([await known(red), lies(red)]).toEqual([true, true]);
    expect(await readAs('safeguarding', 1, 'clear')).toBe('recorded');
    expect([await known(red), lies(red)]).toEqual([false, false]);
  });

  it('go again from a database that knew nothing of it', async () => {
    await upload(red);
    await tell(1, [red]);
    await under.services.journal.append({ programme: PROGRAMME, receipt: receiptOf(1), at: under.services.now() });
    expect(await replayWithdrawals(under.services)).toMatchObject({ replayed: 1 });
    expect([await known(red), lies(red)]).toEqual([false, false]);
  });

  it('that came before it go when it is refused', async () => {
    for (const bytes of [red, blue]) await upload(bytes);
    await tell(2, [blue]);
    await takeBack(1);
    const late = aStory({ id: idNumber(1), media: [red, blue].map(refTo) });
    const pushed = await acceptPush(under.services, token, aPush([await anItem(late, { receipt: receiptOf(1) })]));
    expect(pushed).toMatchObject({ response: { outcomes: [{ outcome: 'refused', reason: { kind: 'withdrawn' } }] } });
    expect([await known(red), lies(red)]).toEqual([false, false]);
    expect([await known(blue), lies(blue)]).toEqual([true, true]);
  });

  it('go where half of them has arrived', async () => {
    await tell(1, [red]);
    const metadata = announced(red, { kind: 'photo', mime: 'image/png' });
    const begun = await begin(under.services, token, red.length, metadata);
    const at = begun.headers.get('location') ?? '';
    const headers = { 'upload-offset': '0' };
    await tus(under.services, 'PATCH', at, { token, headers, body: red.subarray(0, 20) });
    expect(readdirSync(join(under.services.settings.data, 'media', 'uploads'))).not.toEqual([]);
    await takeBack(1);
    expect(readdirSync(join(under.services.settings.data, 'media', 'uploads'))).toEqual([]);
    expect((await tus(under.services, 'HEAD', at, { token })).status).toBe(404);
  });

  it('that come after it belong to no story and are tidied away within hours', async () => {
    await tell(1, [red]);
    await takeBack(1);
    await upload(red);
    expect(lies(red)).toBe(true);
    expect(await tidyMedia(under.services)).toMatchObject({ unnamed: 0 });
    under.setNow(new Date(under.services.now().getTime() + LET_GO_MS + 1));
    expect(await tidyMedia(under.services)).toMatchObject({ unnamed: 1 });
    expect(lies(red)).toBe(false);
  });

  it('stay when another story came to name them meanwhile', async () => {
    await tell(1, [red]);
    await takeBack(1);
    await upload(red);
    await tell(2, [red]);
    under.setNow(new Date(under.services.now().getTime() + LET_GO_MS + 1));
    expect(await tidyMedia(under.services)).toMatchObject({ unnamed: 0 });
    expect(lies(red)).toBe(true);
  });
});

describe('a story, its file and the taking back at the same moment', () => {
  it('end as nothing, in whatever order they meet', async () => {
    const left: number[] = [];
    for (let n = 1; n <= 9; n += 1) {
      const bytes = await picture('png', `#${n}${n}${n}`);
      const item = await anItem(aStory({ id: idNumber(n), media: [refTo(bytes)] }), { receipt: receiptOf(n) });
      const deeds = [() => acceptPush(under.services, token, aPush([item])), () => upload(bytes), () => takeBack(n)];
      for (let turn = 0; turn < n % 3; turn += 1) deeds.push(...deeds.splice(0, 1));
      await Promise.all(deeds.map((deed) => deed()));
      under.setNow(new Date(under.services.now().getTime() + LET_GO_MS + STRAY_MS));
      await tidyMedia(under.services);
      if (lies(bytes) || (await known(bytes))) left.push(n);
    }
    expect(await under.services.store.countStories(PROGRAMME)).toBe(0);
    expect(left).toEqual([]);
  });
});

describe('the files of a story that is changed', () => {
  async function change(n: number, files: Uint8Array[]): Promise<string | undefined> {
    const story = aStory({ id: idNumber(n), media: files.map(refTo), revision: 2, text: 'Changed.' });
    const item = await anItem(story, { receipt: receiptOf(n) });
    const answer = await acceptPush(under.services, token, aPush([item]));
    return answer.kind === 'answered' ? answer.response.outcomes[0]?.outcome : answer.problem;
  }

  it('are those that it names now: one taken off goes, one that stays and a new one are its files', async () => {
    for (const bytes of [red, blue]) await upload(bytes);
    await tell(1, [red]);
    expect(await change(1, [blue])).toBe('stored');
    expect([await known(red), lies(red)]).toEqual([false, false]);
    const files = await under.services.store.filesOfStory(PROGRAMME, idNumber(1));
    expect(files.map(({ sha256 }) => sha256)).toEqual([sha256(blue)]);
  });

  it('stay with the earlier words while a concern is open, and go when it is settled', async () => {
    for (const bytes of [red, blue]) await upload(bytes);
    await tell(1, [red]);
    await readAs('reader', 1, 'concern');
    expect(await change(1, [blue])).toBe('stored');
    expect(lies(red)).toBe(true);
    await readAs('safeguarding', 1, 'clear');
    expect([await known(red), lies(red)]).toEqual([false, false]);
    expect([await known(blue), lies(blue)]).toEqual([true, true]);
  });
});
