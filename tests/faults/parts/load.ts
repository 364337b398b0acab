import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import { exchangeCode } from '$lib/protocol/client/exchange-code';
import type { Fetcher } from '$lib/protocol/client/call-api';
import { pushBatch } from '$lib/protocol/client/push-batch';
import { ofProblem, ofStatus, verdictOf, type Verdict } from '$lib/sync/verdict';
import type { Ledger, Told } from './ledger';
import { lineTo } from './line';
import { madeStory } from './made-stories';

export interface Loading {
  readonly url: string;
  readonly code: string;
  readonly ledger: Ledger;
  readonly random: SeededRandom;
  /** Devices that send at the same time. */
  readonly devices?: number;
  /** Most stories in one message. */
  readonly batch?: number;
}

export interface Load {
  /** Resolves with the first acknowledgement: the line is warm. */
  readonly warm: Promise<void>;
  /** No new message; resolves when the answers that will come have come. */
  stop(): Promise<void>;
  /** Verdicts that acknowledged nothing, by what they were. */
  readonly hindered: Map<string, number>;
}

/** Devices that tell and send without pause, judging answers as the product's own client does. */
export function startLoad({ url, code, ledger, random, devices = 4, batch = 12 }: Loading): Load {
  let running = true;
  const hindered = new Map<string, number>();
  let heard: () => void = () => undefined;
  const warm = new Promise<void>((resolve) => (heard = resolve));
  const working = Array.from({ length: devices }, async (_, number) => {
    const drawn = random.fork(`device ${number} ${random.next()}`);
    const sender = new Sender(
      lineTo(() => url),
      code,
      ledger,
    );
    for (let sequence = 1; running;) {
      const told: Told[] = [];
      for (let left = 1 + drawn.below(batch); left > 0; left -= 1, sequence += 1)
        told.push(ledger.tell(await madeStory(drawn, code, sequence)));
      const verdict = await sender.send(told);
      if (verdict.kind === 'acknowledged') {
        heard();
        continue;
      }
      const because = verdict.kind === 'stop' ? verdict.because : verdict.kind;
      hindered.set(because, (hindered.get(because) ?? 0) + 1);
      await pause(20 + drawn.below(60));
    }
  });
  return {
    warm,
    hindered,
    async stop() {
      running = false;
      await Promise.all(working);
    },
  };
}

/** Offers stories until each has an outcome: what devices do after a fault. */
export async function offerAgain(
  { url, code, ledger }: Pick<Loading, 'url' | 'code' | 'ledger'>,
  stories: readonly Told[],
  patienceMs = 60_000,
): Promise<void> {
  const sender = new Sender(
    lineTo(() => url),
    code,
    ledger,
  );
  const deadline = Date.now() + patienceMs;
  for (let at = 0; at < stories.length;) {
    const [batch, bytes] = [[] as Told[], 200_000];
    for (let room = bytes; at + batch.length < stories.length && batch.length < 50;) {
      const next = stories[at + batch.length];
      if (next === undefined || (room -= Buffer.byteLength(next.json)) < 0) break;
      batch.push(next);
    }
    const verdict = await sender.send(batch);
    if (verdict.kind === 'acknowledged') at += batch.length;
    else if (Date.now() > deadline)
      throw new Error(`nothing was acknowledged for a minute: ${JSON.stringify(verdict)}`);
    else await pause(100);
  }
}

/** One device: its token, and what it hears. */
export class Sender {
  readonly #line: Fetcher;
  readonly #code: string;
  readonly #ledger: Ledger;
  readonly #id = crypto.randomUUID();
  #token: string | null = null;

  constructor(line: Fetcher, code: string, ledger: Ledger) {
    this.#line = line;
    this.#code = code;
    this.#ledger = ledger;
  }

  async send(stories: readonly Told[]): Promise<Verdict> {
    const token = await this.#tokenOr();
    if (typeof token !== 'string') return token;
    // What was owed when this was sent: of two messages on their way one may be the first to arrive.
    const owed = this.#ledger.acknowledged();
    const items = stories.map(({ json }) => json);
    const verdict = verdictOf(
      await pushBatch({ token, deviceId: this.#id, waiting: stories.length, items }, this.#line),
    );
    // A new device is not paced for what another one sent.
    if (verdict.kind === 'spent_token' || (verdict.kind === 'stop' && verdict.because === 'busy')) this.#token = null;
    if (verdict.kind === 'acknowledged')
      for (const outcome of verdict.acknowledgement.outcomes) this.#ledger.hear(outcome, owed);
    return verdict;
  }

  async #tokenOr(): Promise<string | Verdict> {
    if (this.#token !== null) return this.#token;
    const exchanged = await exchangeCode(this.#code, this.#line);
    switch (exchanged.kind) {
      case 'answered':
        return (this.#token = exchanged.value.token);
      case 'refused':
        return ofProblem(exchanged.problem.kind, exchanged.status, exchanged.retryAfterMs);
      case 'not_understood':
        return ofStatus(exchanged.status, exchanged.retryAfterMs);
      case 'unreachable':
      case 'timed_out':
      case 'cancelled':
        return { kind: 'stop', because: exchanged.kind, afterMs: null };
    }
  }
}
