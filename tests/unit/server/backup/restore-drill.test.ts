import 'fake-indexeddb/auto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Dexie from 'dexie';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import type { SendableFile } from '$lib/device/media-queue';
import { openDevice } from '$lib/device/open-device';
import type { Kept } from '$lib/device/kept';
import { receiptKey } from '$lib/domain/story/receipt-key';
import type { Answer } from '$lib/protocol/client/call-api';
import type { Acknowledgement, Batch } from '$lib/protocol/client/push-batch';
import { FileAnswerSchema } from '$lib/protocol/media';
import { acceptPush } from '$lib/server/accept/accept-push';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { makeBackupKey } from '$lib/server/backup/backup-key';
import type { Opening, Protection } from '$lib/server/backup/envelope';
import { restoreBackup } from '$lib/server/backup/restore-backup';
import { takeBackup } from '$lib/server/backup/take-backup';
import { mediaOf } from '$lib/server/media/media';
import { takeFile } from '$lib/server/media/take-file';
import { withdraw as withdrawAt } from '$lib/server/receipts/withdraw';
import { openServices } from '$lib/server/open-services';
import type { Services } from '$lib/server/services';
import { verify } from '$lib/server/verify/verify';
import { pushMedia } from '$lib/sync/push-media';
import { pushStories } from '$lib/sync/push-stories';
import type { Withdraw } from '$lib/sync/tell-withdrawals';
import { ENGINES, newFolder, newSettings, removeFolders, servicesOf } from '../../../fixtures/engines';
import { newDatabase } from '../../../fixtures/postgres';
import { withSheffield } from '../../../fixtures/programmes';
import { aPush } from '../../../fixtures/pushes';
import { quickReceipts, receiptOf } from '../../../fixtures/quick-receipts';
import { readableIn } from '../../../fixtures/readable-backup';
import { picture } from '../../../fixtures/uploads';
import { draftOf, idOf } from '../../device/samples';

quickReceipts();
// It asks for one when it is loaded, which another test of this worker may have done where there was none.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

const CODE = 'K7M2QP';
const PROGRAMME = 'sheffield-send';
const CONSENT = [{ text: 'consent.family@3', by: 'teller' as const, at: '2026-11-02T10:00:00.000Z' }];
const CLOCK = new Date('2026-11-02T10:05:00.000Z');
const PLANTED = 'PLANTEDWORD';
/** How many devices were opened: each has a database of its own name. */
let opened = 0;

afterAll(removeFolders);

/** A phone that tells to whichever server is there. */
class Phone {
  readonly device: Device;
  /** Ids the server said it has, in whatever epoch. */
  readonly acknowledged = new Set<string>();
  readonly #server: () => Services;
  #clock = CLOCK.getTime();

  constructor(device: Device, server: () => Services) {
    this.device = device;
    this.#server = server;
  }

  async tell(n: number, text = `Told as number ${n}.`, colour: string | null = null): Promise<string | null> {
    const media = [];
    if (colour !== null) {
      const bytes = await picture('webp', colour);
      media.push(kept(await this.device.media.add(idOf(n), { kind: 'drawing', mime: 'image/webp', bytes })));
    }
    const of = { collector: CODE, framework: { id: PROGRAMME, version: 3 }, consent: CONSENT, text, media };
    const draft = draftOf(n, of);
    const words = receiptOf(n);
    expect((await this.device.outbox.add(finishing({ draft, clock: CLOCK, words, shared: false }))).kind).toBe(
      'finished',
    );
    return media[0]?.sha256 ?? null;
  }

  async takeBack(n: number): Promise<void> {
    await this.device.withdrawals.takeBack(idOf(n), await receiptKey(receiptOf(n), CODE));
  }

  /** Everything that waits, until nothing does. */
  async sync(): Promise<void> {
    for (let passes = 0; passes < 20; passes += 1) {
      this.#clock += 60_000;
      const now = () => this.#clock;
      const { device } = this;
      const exchange = (code: string) => this.#exchange(code);
      const push = (batch: Batch) => this.#push(batch);
      const stories = await pushStories({ device, push, exchange, withdraw: this.#withdraw, now, suspectStory: false });
      const upload = (file: SendableFile) => this.#upload(file);
      const files = await pushMedia({ device, upload, exchange, now });
      if (stories.next.kind === 'nothing_left' && files.next.kind === 'nothing_left') return;
    }
    throw new Error('the phone never came to an end');
  }

  async #push({ token, items }: Batch): Promise<Answer<Acknowledgement>> {
    const answer = await acceptPush(this.#server(), token, aPush(items.map((json) => JSON.parse(json) as unknown)));
    if (answer.kind === 'problem') {
      const problem = { kind: 'token_not_valid' as const, message: answer.problem };
      return { kind: 'refused', status: 401, problem, retryAfterMs: null };
    }
    const { epoch, outcomes } = answer.response;
    for (const { id, outcome } of outcomes) if (outcome !== 'refused') this.acknowledged.add(id);
    return { kind: 'answered', value: { epoch, outcomes }, serverTime: null };
  }

  async #exchange(code: string) {
    const exchanged = await exchangeCode(this.#server(), code, '192.0.2.1');
    if (exchanged.kind === 'problem') throw new Error(exchanged.problem);
    return { kind: 'answered' as const, value: exchanged.response, serverTime: null };
  }

  readonly #withdraw: Withdraw = async (asked, token) => {
    const taken = await withdrawAt(this.#server(), { ...asked, address: '192.0.2.1' }, token);
    if (taken.kind !== 'withdrawn') throw new Error(taken.kind);
    return { kind: 'answered', value: { withdrawn: true }, serverTime: null };
  };

  async #upload({ sha256, ref, bytes }: SendableFile) {
    const services = this.#server();
    const { files } = mediaOf(services);
    const read = async () => new Uint8Array(await bytes.arrayBuffer());
    const metadata = { sha256, kind: ref.kind, mime: ref.mime };
    const said = await takeFile(services, files, { read, metadata, programme: PROGRAMME, collector: CODE });
    const value = FileAnswerSchema.parse(JSON.parse(said.body));
    return { answer: { kind: 'answered' as const, value, serverTime: null }, moved: true };
  }
}

function kept<T>(result: Kept<T>): T {
  if (result.kind !== 'kept') throw new Error(result.kind);
  return result.value;
}

async function newPhone(server: () => Services): Promise<Phone> {
  const device = await openDevice({ name: `drill-${(opened += 1)}` });
  if (device.kind !== 'open') throw new Error(device.kind);
  return new Phone(device.device, server);
}

async function allStories({ store }: Services): Promise<string[]> {
  const ids: string[] = [];
  for (let after = 0; ;) {
    const page = await store.storiesOf(PROGRAMME, after, 100);
    ids.push(...page.map(({ story }) => story.id));
    const last = page.at(-1);
    if (last === undefined) return ids;
    after = last.serial;
  }
}

describe.each(ENGINES)('after a disaster on %s', (engine) => {
  it('every acknowledged story is there exactly once, with its file, and none that was taken back', async () => {
    const settings = await newSettings(engine);
    let services = await servicesOf(settings, () => new Date());
    await withSheffield(services.store);
    const epoch = await services.store.epoch();
    const [first, second] = [await newPhone(() => services), await newPhone(() => services)];

    for (let n = 1; n <= 20; n += 1) await first.tell(n);
    const [drawn, planted] = [await first.tell(21, 'With a drawing.', '#111'), await first.tell(22, PLANTED, '#f80')];
    await first.tell(23, 'Taken back before the backup.');
    await first.sync();
    await first.takeBack(23);
    await first.sync();

    // Under load: the second phone goes on telling while the backup is taken.
    let loading = true;
    let told = 100;
    const load = (async () => {
      while (loading) {
        await second.tell((told += 1));
        await second.sync();
        await setTimeout(1);
      }
    })();
    await vi.waitUntil(() => second.acknowledged.size >= 2, { timeout: 20_000, interval: 5 });
    const { identity, recipient } = await makeBackupKey();
    const protection: Protection = { kind: 'recipients', recipients: [recipient] };
    const opening: Opening = { kind: 'identities', identities: [identity] };
    const backup = { folder: newFolder(), protection, withKeys: false, keysOnly: false };
    // Until one of them was still being taken when a story was acknowledged: they are quick.
    let during = 0;
    let taken = await takeBackup(services, backup);
    for (let another = 0; another < 20 && during === 0; another += 1) {
      const before = second.acknowledged.size;
      taken = await takeBackup(services, backup);
      during = second.acknowledged.size - before;
    }
    loading = false;
    await load;
    expect(during).toBeGreaterThan(0);
    const archive = taken.archive ?? '';
    const picturePlanted = Buffer.from(await picture('webp', '#f80')).toString('latin1');
    const readable = await readableIn(archive, taken.keys, opening);
    expect(readable.includes(PLANTED)).toBe(true);
    expect(readable.includes(picturePlanted)).toBe(true);

    // After the backup: more is told, and something is taken back that is in it.
    for (let n = 31; n <= 40; n += 1) await first.tell(n);
    const late = await first.tell(41, 'With a drawing, after the backup.', '#0af');
    await first.takeBack(22);
    await first.sync();
    const newest = await takeBackup(services, { ...backup, keysOnly: true });
    await first.tell(42, 'Taken back after the newest keys, known to the journal only.');
    await first.sync();
    await first.takeBack(5);
    await first.takeBack(42);
    await first.sync();
    const acknowledged = new Set([...first.acknowledged, ...second.acknowledged]);
    expect(acknowledged.size).toBeGreaterThan(35);

    // All is lost but the journal.
    await services.store.close();
    for (const name of readdirSync(settings.data)) {
      if (name !== 'journal') rmSync(join(settings.data, name), { recursive: true });
    }
    const place = { ...settings, database: engine === 'postgres' ? await newDatabase() : null };
    const restored = await restoreBackup(place, { archive, keys: newest.keys, opening }, new Date());
    expect(restored).toMatchObject({ kind: 'restored', gone: 2, files: 1 });
    const again = await openServices(place);
    if (again.kind !== 'opened') throw new Error(again.kind);
    services = again.services;
    expect(await services.store.epoch()).not.toBe(epoch);
    expect((await allStories(services)).length).toBeLessThan(acknowledged.size);

    // Devices hear of the new epoch with the next thing they send, and offer what they hold.
    await first.tell(50);
    await second.tell(51);
    await first.sync();
    await second.sync();

    const withdrawn = [5, 22, 23, 42].map(idOf);
    const expected = [...acknowledged, idOf(50), idOf(51)].filter((id) => !withdrawn.includes(id)).sort();
    expect((await allStories(services)).sort()).toEqual(expected);
    for (const id of withdrawn) expect(await services.store.story(PROGRAMME, id), id).toBeNull();
    const lies = (sha256: string | null) =>
      existsSync(join(place.data, 'media', (sha256 ?? '').slice(0, 2), sha256 ?? ''));
    expect([drawn, late, planted].map(lies)).toEqual([true, true, false]);
    expect((await verify(services)).findings).toEqual([]);
    await services.store.close();

    const left = await readableIn(archive, newest.keys, opening);
    expect(left.includes('Told as number 7.')).toBe(true);
    expect(left.includes(PLANTED)).toBe(false);
    expect(left.includes(picturePlanted)).toBe(false);
  }, 120_000);
});
