import type { Device, Sendable, Settlement } from '../device/device';
import type { Kept } from '../device/kept';
import type { Answer } from '../protocol/client/call-api';
import { ENVELOPE_BYTES, madeReady, type Acknowledgement, type Batch } from '../protocol/client/push-batch';
import type { ExchangeResponse } from '../protocol/exchange';
import { MAX_BATCH_BYTES, MAX_BATCH_STORIES } from '../protocol/push';
import { captureToken } from './capture-token';
import { tellWithdrawals, type Withdraw } from './tell-withdrawals';
import { verdictOf, type Hindrance } from './verdict';

/** Room for stories in one message. */
const ROOM_BYTES = MAX_BATCH_BYTES - ENVELOPE_BYTES;
/**
 * How many times in a row the server may break while a story is suspected: enough to halve a full batch down to one
 * story (50, 25, 13, 7, 4, 2, 1) and to see the next one travel.
 */
const FAULTS_IN_A_ROW = 8;

const TOO_LARGE = { kind: 'too_large', message: 'This story is too large to send.' } as const;

export interface PushWorld {
  device: Pick<Device, 'outbox' | 'mediaQueue' | 'collectors' | 'meta' | 'withdrawals'>;
  push: (batch: Batch) => Promise<Answer<Acknowledgement>>;
  exchange: (code: string) => Promise<Answer<ExchangeResponse>>;
  withdraw: Withdraw;
  /** The device's clock, for the server's Retry-After only. */
  now: () => number;
  /** The server broke on whole batches before: look for the story it breaks on. Off at first, to spare a sick server. */
  suspectStory: boolean;
}

/** How one pass ended. `later.afterMs`: the least wait the server asked for. */
export interface PassResult {
  stored: number;
  refused: number;
  /** Bytes of a file got through, though no file was stored: the line is worth trying again soon. */
  moved?: boolean;
  next: { kind: 'nothing_left' } | { kind: 'more' } | { kind: 'later'; because: Hindrance; afterMs: number | null };
}

/**
 * One pass over the outbox: take what waits, send it in batches, apply one outcome per story. Every step may be cut off
 * and repeated: a story leaves the queue only by its own parsed outcome, and the server stores an id once, so that two
 * passes at a time, in two tabs or in a page and the service worker, cost traffic and nothing else.
 */
export function pushStories(world: PushWorld): Promise<PassResult> {
  return new Pass(world).run();
}

type Stop = { kind: 'stop'; because: Hindrance; afterMs: number | null };
type Stride = { kind: 'on' } | { kind: 'closed' } | Stop;
const ON: Stride = { kind: 'on' };

/** Stories that are to be sent in one message. */
interface Load {
  readonly batch: readonly Sendable[];
  readonly message: Pick<Batch, 'deviceId' | 'waiting' | 'items' | 'ready'>;
}

class StorageStopped extends Error {}

class Pass {
  readonly #world: PushWorld;
  #stored = 0;
  #refused = 0;
  #offeredAgain = 0;
  #faultsInARow = 0;
  #faulted = false;
  #token: { code: string; token: string; renewed: boolean } | null = null;
  #deviceId = '';

  constructor(world: PushWorld) {
    this.#world = world;
  }

  async run(): Promise<PassResult> {
    try {
      const hindered = await this.#withdrawals();
      const { next } = await this.#collectors();
      const left = hindered !== null && next.kind === 'nothing_left' ? hindered : next;
      return { next: left, stored: this.#stored, refused: this.#refused };
    } catch (error) {
      if (!(error instanceof StorageStopped)) throw error;
      return { stored: this.#stored, refused: this.#refused, next: later('storage') };
    }
  }

  /** What was taken back comes before what is told. */
  async #withdrawals(): Promise<PassResult['next'] | null> {
    const { withdrawals, collectors, meta } = this.#world.device;
    const waiting = must(await withdrawals.waiting());
    if (waiting.length === 0) return null;
    const quietMs = must(await meta.quietFor(this.#world.now()));
    if (quietMs > 0) return later('busy', quietMs);
    const told = await tellWithdrawals(waiting, {
      collectors,
      withdraw: this.#world.withdraw,
      done: (id) => withdrawals.done(id),
    });
    return told === null ? null : later(told.because, told.afterMs);
  }

  async #collectors(): Promise<Pick<PassResult, 'next'>> {
    const { outbox, meta } = this.#world.device;
    const codes = must(await outbox.beginPass());
    if (codes.length === 0) return { next: { kind: 'nothing_left' } };
    const quietMs = must(await meta.quietFor(this.#world.now()));
    if (quietMs > 0) return { next: later('busy', quietMs) };
    this.#deviceId = must(await meta.deviceId());

    let closed = false;
    for (const code of codes) {
      const stride = await this.#collector(code);
      if (stride.kind === 'closed') closed = true;
      if (stride.kind !== 'stop') continue;
      if (stride.afterMs !== null) await meta.keepQuiet(this.#world.now(), stride.afterMs);
      return { next: later(stride.because, stride.afterMs) };
    }
    if (this.#offeredAgain > 0) return { next: { kind: 'more' } };
    if ((await this.#waiting()) === 0) return { next: { kind: 'nothing_left' } };
    if (this.#faulted) return { next: later('server_fault') };
    return { next: later(closed ? 'link_closed' : 'not_acknowledged') };
  }

  /**
   * The stories of one collector; those the server broke on before go last and alone. While one batch travels the next one is
   * taken and packed; it is sent when the one before has been settled, or waits again where that stops the pass.
   */
  async #collector(code: string): Promise<Stride> {
    for (const faulty of [false, true]) {
      let load = await this.#take(code, faulty, 0);
      while (load !== null) {
        const after = load.batch.at(-1)?.sequence ?? Infinity;
        const [stride, next]: [Stride, Load | null] = await Promise.all([
          this.#offer(code, load),
          this.#take(code, faulty, after, load.batch.length),
        ]);
        if (stride.kind !== 'on') return next === null ? stride : this.#release(next.batch, stride);
        load = next && (await this.#counted(next));
        // What was taken back or changed while it waited here, packed, does not leave: asked last.
        if (load === null || must(await this.#world.device.outbox.stillSending(load.batch))) continue;
        await this.#release(load.batch, ON);
        load = await this.#take(code, faulty, after);
      }
    }
    return ON;
  }

  /** @param travelling stories on their way that will have been acknowledged when these are sent */
  async #take(code: string, faulty: boolean, after: number, travelling = 0): Promise<Load | null> {
    const stories = faulty ? 1 : MAX_BATCH_STORIES;
    const batch = must(await this.#world.device.outbox.take(code, { after, stories, bytes: ROOM_BYTES, faulty }));
    return batch.length === 0 ? null : this.#loaded(batch, travelling);
  }

  async #loaded(batch: readonly Sendable[], travelling = 0): Promise<Load> {
    const items = batch.map(({ json }) => json);
    const message = { deviceId: this.#deviceId, waiting: (await this.#waiting()) - travelling, items };
    return { batch, message: { ...message, ready: madeReady(message) } };
  }

  /** Packed anew where what it says of the device has changed meanwhile: a story was told, or one was not acknowledged. */
  async #counted(load: Load): Promise<Load> {
    return (await this.#waiting()) === load.message.waiting ? load : this.#loaded(load.batch);
  }

  /** Stories that the server has not acknowledged. */
  async #waiting(): Promise<number> {
    const { waiting, sending } = must(await this.#world.device.outbox.count());
    return waiting + sending;
  }

  async #offer(code: string, { batch, message }: Load): Promise<Stride> {
    const [only] = batch;
    if (batch.length === 1 && only !== undefined && only.bytes > ROOM_BYTES) return this.#refuseTooLarge(only);
    const token = await this.#tokenFor(code, null);
    if (token.kind !== 'token') return this.#release(batch, token);
    let verdict = verdictOf(await this.#world.push({ ...message, token: token.token }));
    if (verdict.kind === 'spent_token') {
      const fresh = await this.#tokenFor(code, token.token);
      if (fresh.kind !== 'token') return this.#release(batch, fresh);
      verdict = verdictOf(await this.#world.push({ ...message, token: fresh.token }));
    }
    switch (verdict.kind) {
      case 'acknowledged':
        this.#faultsInARow = 0;
        await this.#settle(batch, verdict.acknowledgement, verdict.serverTime);
        return ON;
      case 'too_large':
        return batch.length === 1 && only !== undefined ? this.#refuseTooLarge(only) : this.#halve(code, batch);
      case 'fault':
        return this.#fault(code, batch);
      case 'spent_token': // also the new one: the collector takes nothing just now
      case 'closed':
        return this.#release(batch, { kind: 'closed' });
      case 'stop':
        return this.#release(batch, verdict);
    }
  }

  async #tokenFor(code: string, spent: string | null) {
    if (this.#token?.code === code && spent === null) return { kind: 'token' as const, token: this.#token.token };
    if (this.#token?.code === code && this.#token.renewed) return { kind: 'closed' as const };
    const token = await captureToken(this.#world.device.collectors, this.#world.exchange, code, spent);
    if (token.kind === 'token') this.#token = { code, token: token.token, renewed: spent !== null };
    return token;
  }

  async #settle(batch: readonly Sendable[], { epoch, outcomes }: Acknowledgement, serverTime: number | null) {
    const { outbox, mediaQueue } = this.#world.device;
    const hashes = new Map(batch.map(({ id, hash }) => [id, hash]));
    const unanswered = new Set(hashes.keys());
    const of = (id: string) => ({ id, hash: hashes.get(id) ?? '' });
    const settlements: Settlement[] = [];
    for (const outcome of outcomes) {
      if (!unanswered.delete(outcome.id)) continue; // not ours, or a second word about the same story
      if (outcome.outcome === 'refused') {
        settlements.push({ ...of(outcome.id), kind: 'refused', refusal: outcome.reason });
        this.#refused += 1;
      } else {
        settlements.push({ ...of(outcome.id), kind: 'stored', epoch, serverTime });
        this.#stored += 1;
      }
    }
    for (const id of unanswered) settlements.push({ ...of(id), kind: 'waiting' });
    must(await outbox.settle(settlements));
    this.#offeredAgain += must(await outbox.offerAgain(epoch));
    // Files that another epoch stored wait again, too; a page sends them.
    must(await mediaQueue.offerAgain(epoch));
    if (serverTime === null) return;
    must(await outbox.dropOldBodies(serverTime));
    must(await mediaQueue.dropOldBytes(serverTime));
  }

  async #fault(code: string, batch: readonly Sendable[]): Promise<Stride> {
    const stop: Stop = { kind: 'stop', because: 'server_fault', afterMs: null };
    this.#faultsInARow += 1;
    if (!this.#world.suspectStory || this.#faultsInARow >= FAULTS_IN_A_ROW) return this.#release(batch, stop);
    if (batch.length > 1) return this.#halve(code, batch);
    this.#faulted = true;
    must(
      await this.#world.device.outbox.settle(batch.map(({ id, hash }) => ({ id, hash, kind: 'waiting', fault: true }))),
    );
    return ON;
  }

  async #halve(code: string, batch: readonly Sendable[]): Promise<Stride> {
    const middle = Math.ceil(batch.length / 2);
    const first = await this.#offer(code, await this.#loaded(batch.slice(0, middle)));
    if (first.kind !== 'on') return this.#release(batch.slice(middle), first);
    return this.#offer(code, await this.#loaded(batch.slice(middle)));
  }

  async #refuseTooLarge({ id, hash }: Sendable): Promise<Stride> {
    must(await this.#world.device.outbox.settle([{ id, hash, kind: 'refused', refusal: TOO_LARGE }]));
    this.#refused += 1;
    return ON;
  }

  /** Nothing is known about these stories: they wait again. */
  async #release<T extends Stride>(batch: readonly Sendable[], stride: T): Promise<T> {
    const closed = stride.kind === 'closed' ? { linkClosed: true } : {};
    must(
      await this.#world.device.outbox.settle(batch.map(({ id, hash }) => ({ id, hash, kind: 'waiting', ...closed }))),
    );
    return stride;
  }
}

function later(because: Hindrance, afterMs: number | null = null): PassResult['next'] {
  return { kind: 'later', because, afterMs };
}

/** The store failing in the middle ends the pass; what it left `sending` waits again at the next one. */
function must<T>(result: Kept<T>): T {
  if (result.kind !== 'kept') throw new StorageStopped(result.kind, { cause: result.cause });
  return result.value;
}
