import type { Device } from '../device/device';
import type { Kept } from '../device/kept';
import type { FileName, FileSettlement, SendableFile } from '../device/media-queue';
import type { Answer } from '../protocol/client/call-api';
import type { ExchangeResponse } from '../protocol/exchange';
import type { FileAnswer } from '../protocol/media';
import { captureToken } from './capture-token';
import type { PassResult } from './push-stories';
import type { Uploaded } from './upload-file';
import { ofProblem, ofStatus, type Hindrance } from './verdict';

/** A file on which the server broke, or which arrived changed, so many times is put aside with a reason. */
const MOST_FAULTS = 5;
const GAVE_UP = {
  kind: 'server_fault',
  message: 'The server could not take this file. It stays on this device.',
} as const;

export interface MediaWorld {
  device: Pick<Device, 'mediaQueue' | 'collectors' | 'meta'>;
  upload: (file: SendableFile, token: string, keepUrl: (url: string | null) => Promise<void>) => Promise<Uploaded>;
  exchange: (code: string) => Promise<Answer<ExchangeResponse>>;
  /** The device's clock, for the server's Retry-After only. */
  now: () => number;
}

/**
 * One pass over the files that wait: one after the other, each until its own parsed answer. Files and stories travel
 * apart, in either order; nothing here holds up a story. Every step may be cut off and repeated: the server knows how
 * far an upload came, and what it has already is not sent again.
 */
export function pushMedia(world: MediaWorld): Promise<PassResult> {
  return new MediaPass(world).run();
}

type Stop = { kind: 'stop'; because: Hindrance; afterMs: number | null };
type Stride = { kind: 'on' } | { kind: 'closed' } | Stop;

class StorageStopped extends Error {}

class MediaPass {
  readonly #world: MediaWorld;
  #stored = 0;
  #refused = 0;
  #moved = false;
  #faulted = false;
  #offeredAgain = 0;
  #token: { code: string; token: string; renewed: boolean } | null = null;

  constructor(world: MediaWorld) {
    this.#world = world;
  }

  async run(): Promise<PassResult> {
    const counted = () => ({ stored: this.#stored, refused: this.#refused, moved: this.#moved });
    try {
      const next = await this.#collectors();
      return { ...counted(), next };
    } catch (error) {
      if (!(error instanceof StorageStopped)) throw error;
      return { ...counted(), next: later('storage') };
    }
  }

  async #collectors(): Promise<PassResult['next']> {
    const { mediaQueue, meta } = this.#world.device;
    const codes = must(await mediaQueue.beginPass());
    if (codes.length === 0) return { kind: 'nothing_left' };
    const quietMs = must(await meta.quietFor(this.#world.now(), 'files'));
    if (quietMs > 0) return later('busy', quietMs);
    let closed = false;
    for (const code of codes) {
      const stride = await this.#collector(code);
      if (stride.kind === 'closed') closed = true;
      if (stride.kind !== 'stop') continue;
      if (stride.afterMs !== null) await meta.keepQuiet(this.#world.now(), stride.afterMs, 'files');
      return later(stride.because, stride.afterMs);
    }
    if (this.#offeredAgain > 0) return { kind: 'more' };
    if (closed) return later('link_closed');
    return this.#faulted ? later('server_fault') : { kind: 'nothing_left' };
  }

  async #collector(code: string): Promise<Stride> {
    for (const name of must(await this.#world.device.mediaQueue.waitingFor(code))) {
      const stride = await this.#file(code, name);
      if (stride.kind !== 'on') return stride;
    }
    return { kind: 'on' };
  }

  async #file(code: string, name: FileName): Promise<Stride> {
    const file = must(await this.#world.device.mediaQueue.open(name));
    if (file === null) return { kind: 'on' };
    const token = await this.#tokenFor(code, null);
    if (token.kind !== 'token') return token;
    let answer = await this.#send(file, token.token);
    if (isSpent(answer)) {
      const fresh = await this.#tokenFor(code, token.token);
      if (fresh.kind !== 'token') return fresh;
      answer = await this.#send(must(await this.#world.device.mediaQueue.open(name)) ?? file, fresh.token);
    }
    if (answer.kind === 'answered') return this.#settle(file, answer.value, answer.serverTime);
    return this.#hindered(file, answer);
  }

  async #send(file: SendableFile, token: string): Promise<Answer<FileAnswer>> {
    const { mediaQueue } = this.#world.device;
    const { answer, moved } = await this.#world.upload(file, token, async (url) => {
      // Not being able to keep it costs bytes sent again after a reload, and no file.
      await mediaQueue.keepUpload(file, url);
    });
    this.#moved ||= moved;
    return answer;
  }

  async #settle(file: SendableFile, answer: FileAnswer, serverTime: number | null): Promise<Stride> {
    const { mediaQueue } = this.#world.device;
    if (answer.sha256 !== file.sha256) return { kind: 'stop', because: 'not_understood', afterMs: null };
    if (answer.outcome === 'refused') {
      // Bytes that were changed on the way are sent again, from the first.
      if (answer.reason.kind === 'hash_differs') return this.#fault(file);
      await this.#say(file, { kind: 'refused', refusal: answer.reason });
      this.#refused += 1;
      return { kind: 'on' };
    }
    await this.#say(file, { kind: 'stored', epoch: answer.epoch, serverTime });
    this.#stored += 1;
    this.#offeredAgain += must(await mediaQueue.offerAgain(answer.epoch));
    if (serverTime !== null) must(await mediaQueue.dropOldBytes(serverTime));
    return { kind: 'on' };
  }

  async #hindered(file: SendableFile, answer: Exclude<Answer<FileAnswer>, { kind: 'answered' }>): Promise<Stride> {
    switch (answer.kind) {
      case 'unreachable':
      case 'timed_out':
      case 'cancelled':
        return { kind: 'stop', because: answer.kind, afterMs: null };
      case 'refused':
      case 'not_understood': {
        const { retryAfterMs } = answer;
        const verdict =
          answer.kind === 'refused'
            ? ofProblem(answer.problem.kind, answer.status, retryAfterMs)
            : ofStatus(answer.status, retryAfterMs);
        if (verdict.kind === 'stop') return verdict;
        if (verdict.kind === 'closed' || verdict.kind === 'spent_token') return { kind: 'closed' };
        return this.#fault(file);
      }
    }
  }

  /** The server broke on this file: the others go first from now on. */
  async #fault(file: SendableFile): Promise<Stride> {
    await this.#world.device.mediaQueue.keepUpload(file, null);
    if (file.faults + 1 >= MOST_FAULTS) {
      await this.#say(file, { kind: 'refused', refusal: GAVE_UP });
      this.#refused += 1;
      return { kind: 'on' };
    }
    await this.#say(file, { kind: 'waiting', fault: true });
    this.#faulted = true;
    return { kind: 'on' };
  }

  async #say(file: SendableFile, settlement: FileSettlement): Promise<void> {
    must(await this.#world.device.mediaQueue.settle(file, settlement));
  }

  async #tokenFor(code: string, spent: string | null) {
    if (this.#token?.code === code && spent === null) return { kind: 'token' as const, token: this.#token.token };
    if (this.#token?.code === code && this.#token.renewed) return { kind: 'closed' as const };
    const token = await captureToken(this.#world.device.collectors, this.#world.exchange, code, spent);
    if (token.kind === 'token') this.#token = { code, token: token.token, renewed: spent !== null };
    return token;
  }
}

/** Also an upload's own address answers so, where a proxy or HEAD leaves no body. */
function isSpent(answer: Answer<FileAnswer>): boolean {
  return (answer.kind === 'refused' || answer.kind === 'not_understood') && answer.status === 401;
}

function later(because: Hindrance, afterMs: number | null = null): PassResult['next'] {
  return { kind: 'later', because, afterMs };
}

function must<T>(result: Kept<T>): T {
  if (result.kind !== 'kept') throw new StorageStopped(result.kind, { cause: result.cause });
  return result.value;
}
