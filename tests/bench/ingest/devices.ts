import type { Fetcher } from '$lib/protocol/client/call-api';
import { exchangeCode } from '$lib/protocol/client/exchange-code';
import { madeReady, pushBatch, type Batch } from '$lib/protocol/client/push-batch';

/** Pushes a device makes in a row before the server asks it to slow down (`pushesByToken` in limits.ts), and some to spare. */
const PUSHES = 280;

/** What the protocol's client calls by paths, at a server of ours. */
export function fetcherOf(port: number): Fetcher {
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

/**
 * As many devices as it takes: each exchanges the code for a token of its own and stops before the limit of one token, as
 * a hall full of phones would. No limit is lifted.
 */
export class Devices {
  readonly #fetcher: Fetcher;
  readonly #code: string;
  #device: Promise<string> | null = null;
  #left = 0;

  constructor(fetcher: Fetcher, code: string) {
    this.#fetcher = fetcher;
    this.#code = code;
  }

  /**
   * @param items as JSON texts, or a message that was made ready before
   * @returns milliseconds to the parsed answer; every story must be `outcome`
   */
  async push(
    items: readonly string[],
    outcome: 'stored' | 'already' = 'stored',
    message = messageOf(items),
  ): Promise<number> {
    const token = await this.#token();
    const started = performance.now();
    const batch: Batch = { ...message, token };
    const answer = await pushBatch(batch, this.#fetcher);
    const passed = performance.now() - started;
    if (answer.kind !== 'answered') throw new Error(`a push was not answered: ${JSON.stringify(answer)}`);
    const others = answer.value.outcomes.filter((one) => one.outcome !== outcome);
    if (others.length > 0 || answer.value.outcomes.length !== items.length)
      throw new Error(`a story was not ${outcome}: ${JSON.stringify(others[0])}`);
    return passed;
  }

  #token(): Promise<string> {
    if (this.#device === null || this.#left === 0) {
      this.#device = this.#exchange();
      this.#left = PUSHES;
    }
    this.#left -= 1;
    return this.#device;
  }

  async #exchange(): Promise<string> {
    const answer = await exchangeCode(this.#code, this.#fetcher);
    if (answer.kind !== 'answered') throw new Error(`the code was not exchanged: ${JSON.stringify(answer)}`);
    return answer.value.token;
  }
}

const DEVICE = '01900000-0000-7000-8000-000000000001';

/** As the product's own pass makes it: packed before its turn. */
function messageOf(items: readonly string[]): Omit<Batch, 'token'> {
  const message = { deviceId: DEVICE, waiting: items.length, items };
  return { ...message, ready: madeReady(message) };
}

export interface Pushed {
  readonly seconds: number;
  /** Of each push. */
  readonly ms: readonly number[];
}

/** @param batch stories of one push  @param inFlight pushes of one connection's device at a time  */
export interface Way {
  readonly batch: number;
  readonly connections: number;
  readonly inFlight: number;
}

/** Pushes all stories, in order, by some connections at once. */
export async function pushAll(
  devices: Devices,
  items: AsyncIterable<string> | Iterable<string>,
  { batch, connections, inFlight }: Way,
): Promise<Pushed> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const take = async (): Promise<string[]> => {
    const taken: string[] = [];
    while (taken.length < batch) {
      const next = await source.next();
      if (next.done === true) break;
      taken.push(next.value);
    }
    return taken;
  };
  const ms: number[] = [];
  // One batch is taken after the other, also where many lines ask at once.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (): Promise<string[]> => {
    const mine = turn.then(take);
    turn = mine;
    return mine;
  };
  const ready = async () => {
    const items = await inTurn();
    return items.length === 0 ? null : { items, message: messageOf(items) };
  };
  // While one batch travels the next one is taken and packed, as in the product's own pass (sync/push-stories.ts).
  const line = async (): Promise<void> => {
    let load = await ready();
    while (load !== null) {
      const [passed, next] = await Promise.all([devices.push(load.items, 'stored', load.message), ready()]);
      ms.push(passed);
      load = next;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections * inFlight }, line));
  return { seconds: (performance.now() - started) / 1000, ms };
}
