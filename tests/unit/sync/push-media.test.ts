import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import type { SendableFile } from '$lib/device/media-queue';
import { memoryDevice } from '$lib/device/memory-device';
import type { Answer } from '$lib/protocol/client/call-api';
import type { FileAnswer } from '$lib/protocol/media';
import { pushMedia } from '$lib/sync/push-media';
import { CODE, WORDS, collectorOf, draftOf, idOf } from '../device/samples';

/** How one upload goes. */
type Weather =
  | 'deliver'
  | 'break_off'
  | 'lost_answer'
  | 'portal'
  | 'busy'
  | 'broken'
  | 'spent_token'
  | 'changed_on_the_way'
  | 'has_metadata';

class FileServer {
  epoch = 'one';
  weather: () => Weather = () => 'deliver';
  exchanges = 0;
  /** Every hash that was newly stored. */
  readonly stored: string[] = [];
  readonly uploads: SendableFile[] = [];

  exchange = () => {
    this.exchanges += 1;
    const value = { protocol: 2, token: `token ${this.exchanges}`, collector: collectorOf(CODE) };
    return Promise.resolve({ kind: 'answered' as const, value, serverTime: null });
  };

  upload = async (file: SendableFile, token: string, keepUrl: (url: string | null) => Promise<void>) => {
    this.uploads.push(file);
    const weather = this.weather();
    const answer = (value: FileAnswer): Answer<FileAnswer> => ({ kind: 'answered', value, serverTime: 1000 });
    const word = { protocol: 2, epoch: this.epoch, sha256: file.sha256 };
    const refuse = (kind: string) => answer({ ...word, outcome: 'refused', reason: { kind, message: kind } });
    const problem = (kind: 'busy' | 'server_fault' | 'token_not_valid', status: number, retryAfterMs: number | null) =>
      ({ kind: 'refused', status, problem: { kind, message: kind }, retryAfterMs }) as const;
    const said = (): Answer<FileAnswer> => {
      switch (weather) {
        case 'break_off':
          return { kind: 'unreachable', cause: new TypeError('no network') };
        case 'portal':
          return { kind: 'not_understood', status: 200, retryAfterMs: null };
        case 'busy':
          return problem('busy', 503, 7000);
        case 'broken':
          return problem('server_fault', 500, null);
        case 'spent_token':
          return token === `token ${this.exchanges}` && this.exchanges > 1
            ? answer({ ...word, outcome: this.#store(file.sha256) })
            : problem('token_not_valid', 401, null);
        case 'changed_on_the_way':
          return refuse('hash_differs');
        case 'has_metadata':
          return refuse('has_metadata');
        case 'lost_answer':
          this.#store(file.sha256);
          return { kind: 'timed_out' };
        case 'deliver':
          return answer({ ...word, outcome: this.#store(file.sha256) });
      }
    };
    if (weather === 'break_off') await keepUrl('/api/v1/media/begun');
    return { answer: said(), moved: weather === 'break_off' };
  };

  #store(sha256: string): 'stored' | 'already' {
    if (this.stored.includes(sha256)) return 'already';
    this.stored.push(sha256);
    return 'stored';
  }
}

describe('one pass over the files', () => {
  let device: Device;
  let server: FileServer;
  beforeEach(() => {
    device = memoryDevice();
    server = new FileServer();
  });

  async function tell(n: number, text: string): Promise<string> {
    const bytes = new TextEncoder().encode(text);
    const added = await device.media.add(idOf(n), { kind: 'voice', mime: 'audio/webm', bytes });
    if (added.kind !== 'kept') throw new Error(added.kind);
    const draft = draftOf(n, { media: [added.value] });
    await device.outbox.add(finishing({ draft, clock: new Date(0), words: WORDS, shared: false }));
    return added.value.sha256;
  }
  const pass = () => pushMedia({ device, upload: server.upload, exchange: server.exchange, now: () => 0 });
  const waiting = async () => {
    const kept = await device.mediaQueue.waitingFor(CODE);
    return kept.kind === 'kept' ? kept.value.length : -1;
  };

  test('sends one file after the other, and nothing when nothing waits', async () => {
    expect(await pass()).toMatchObject({ next: { kind: 'nothing_left' } });
    const hashes = [await tell(1, 'one'), await tell(2, 'two')];
    expect(await pass()).toMatchObject({ stored: 2, next: { kind: 'nothing_left' } });
    expect(server.stored).toEqual(hashes);
    expect(server.exchanges).toBe(1);
    expect(await waiting()).toBe(0);
  });

  test('stops where the line breaks, remembers where, and says that something moved', async () => {
    await tell(1, 'one');
    server.weather = () => 'break_off';
    expect(await pass()).toMatchObject({ moved: true, next: { kind: 'later', because: 'unreachable' } });
    server.weather = () => 'deliver';
    await pass();
    expect(server.uploads.map(({ uploadUrl }) => uploadUrl)).toEqual([null, '/api/v1/media/begun']);
  });

  test.each([
    ['portal', 'not_understood'],
    ['lost_answer', 'timed_out'],
    ['busy', 'busy'],
  ] as const)('takes %s for no answer: the file waits', async (weather, because) => {
    await tell(1, 'one');
    server.weather = () => weather;
    expect(await pass()).toMatchObject({ stored: 0, next: { kind: 'later', because } });
    expect(await waiting()).toBe(1);
  });

  test('keeps as quiet about files as the server asked, and goes on with stories', async () => {
    await tell(1, 'one');
    server.weather = () => 'busy';
    await pass();
    server.weather = () => 'deliver';
    expect(await pass()).toMatchObject({ stored: 0, next: { kind: 'later', because: 'busy', afterMs: 7000 } });
    expect(await device.meta.quietFor(0)).toEqual({ kind: 'kept', value: 0 });
  });

  test('asks for a new token when the old one is spent, once', async () => {
    await tell(1, 'one');
    server.weather = () => 'spent_token';
    expect(await pass()).toMatchObject({ stored: 1 });
    expect(server.exchanges).toBe(2);
  });

  test('a file that was refused blocks no other, and stays with its reason', async () => {
    await tell(1, 'one');
    await tell(2, 'two');
    server.weather = () => (server.uploads.length === 1 ? 'has_metadata' : 'deliver');
    expect(await pass()).toMatchObject({ stored: 1, refused: 1, next: { kind: 'nothing_left' } });
  });

  test.each(['broken', 'changed_on_the_way'] as const)(
    'a file that is %s goes last, and is put aside in the end',
    async (weather) => {
      const first = await tell(1, 'one');
      const second = await tell(2, 'two');
      server.weather = () => (server.uploads.at(-1)?.sha256 === first ? weather : 'deliver');
      expect(await pass()).toMatchObject({ stored: 1, next: { kind: 'later', because: 'server_fault' } });
      expect(server.stored).toEqual([second]);
      for (let n = 0; n < 10 && (await waiting()) > 0; n += 1) await pass();
      expect(await waiting()).toBe(0);
      const seen = await new Promise((resolve) => device.mediaQueue.watch(idOf(1), resolve));
      expect(seen).toMatchObject({ refused: 1, refusal: { kind: 'server_fault' } });
    },
  );

  test('after a restore the server is offered again what is still here', async () => {
    await tell(1, 'one');
    await pass();
    server.epoch = 'two';
    server.stored.length = 0;
    await tell(2, 'two');
    expect(await pass()).toMatchObject({ stored: 1, next: { kind: 'more' } });
    expect(await pass()).toMatchObject({ stored: 1, next: { kind: 'nothing_left' } });
    expect(server.stored).toHaveLength(2);
  });

  test('whatever the weather, every file ends on the server exactly once when it clears', async () => {
    const weathers = fc.array(
      fc.constantFrom<Weather>('deliver', 'break_off', 'lost_answer', 'portal', 'spent_token'),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(weathers, fc.integer({ min: 1, max: 4 }), async (forecast, count) => {
        device = memoryDevice();
        server = new FileServer();
        const hashes = [];
        for (let n = 1; n <= count; n += 1) hashes.push(await tell(n, `file ${n}`));
        const coming = [...forecast];
        server.weather = () => coming.shift() ?? 'deliver';
        for (let n = 0; n < 20 && (await waiting()) > 0; n += 1) await pass();
        expect([...server.stored].sort()).toEqual(hashes.sort());
        expect(await waiting()).toBe(0);
      }),
      { numRuns: 40, seed: 20261128 },
    );
  });
});
