import type { Fetcher } from '$lib/protocol/client/call-api';
import { exchangeCode } from '$lib/protocol/client/exchange-code';
import { pushBatch } from '$lib/protocol/client/push-batch';

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

  /** @param items as JSON texts @returns milliseconds from the texts to the parsed answer; every story must be `outcome` */
  async push(items: readonly string[], outcome: 'stored' | 'already' = 'stored'): Promise<number> {
    const token = await this.#token();
    const started = performance.now();
    const batch = { token, deviceId: DEVICE, waiting: items.length, items };
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
  const line = async (): Promise<void> => {
    for (;;) {
      const taken = await inTurn();
      if (taken.length === 0) return;
      ms.push(await devices.push(taken));
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections * inFlight }, line));
  return { seconds: (performance.now() - started) / 1000, ms };
}
