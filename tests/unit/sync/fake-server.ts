import { contentHash } from '$lib/domain/story/content-hash';
import { PushItemSchema, type Outcome } from '$lib/protocol/push';
import type { Answer } from '$lib/protocol/client/call-api';
import type { Acknowledgement, Batch } from '$lib/protocol/client/push-batch';
import type { ExchangeResponse } from '$lib/protocol/exchange';
import type { Withdraw } from '$lib/sync/tell-withdrawals';
import { collectorOf } from '../device/samples';

/** How one request goes wrong; `deliver` = not at all. */
export type Weather =
  | 'deliver'
  /** The request never reaches the server. */
  | 'lost_request'
  /** The server commits, the answer is cut. */
  | 'lost_answer'
  /** The answer comes from somebody else. */
  | 'portal'
  /** The answer names each story twice, in reverse. */
  | 'doubled_and_reversed'
  /** The answer says nothing about every second story. */
  | 'forgetful'
  | 'busy'
  | 'broken'
  /** The token is called spent. */
  | 'spent_token'
  | 'too_large';

/** Accepts as the real server does: an id once, decided by id and content hash, stored before it is answered. */
export class FakeServer {
  epoch = 'one';
  serverTime: number | null = null;
  readonly stored = new Map<string, string>();
  /** How often each id was newly stored since the last restore: must be one. */
  readonly commits: string[] = [];
  readonly batches: Batch[] = [];
  readonly poison = new Set<string>();
  exchanges = 0;
  closed = new Set<string>();
  maxItems = Infinity;
  weather: () => Weather = () => 'deliver';
  /** Receipts taken back; what comes of them is tested against the server itself (withdrawals.test.ts). */
  readonly withdrawn: string[] = [];
  #tokens = new Map<string, string>();

  withdraw: Withdraw = ({ receipt }) => {
    this.withdrawn.push(receipt);
    return Promise.resolve({ kind: 'answered', value: { withdrawn: true }, serverTime: this.serverTime });
  };

  exchange = (code: string): Promise<Answer<ExchangeResponse>> => {
    this.exchanges += 1;
    if (this.closed.has(code)) return Promise.resolve(refusal('collector_closed', 410));
    const token = `${code} token ${this.exchanges}`.padEnd(40, '.');
    this.#tokens.set(token, code);
    return Promise.resolve({
      kind: 'answered',
      value: { protocol: 1, token, collector: collectorOf(code) },
      serverTime: null,
    });
  };

  /** As after a restore from yesterday's backup. */
  restore(keep: (id: string) => boolean): void {
    for (const id of [...this.stored.keys()]) if (!keep(id)) this.stored.delete(id);
    this.commits.length = 0;
    this.epoch = `${this.epoch}+`;
  }

  spendTokens(): void {
    this.#tokens.clear();
  }

  push = async (batch: Batch): Promise<Answer<Acknowledgement>> => {
    this.batches.push(batch);
    const weather = this.weather();
    switch (weather) {
      case 'lost_request':
        return { kind: 'unreachable', cause: new TypeError('no network') };
      case 'portal':
        return { kind: 'not_understood', status: 200, retryAfterMs: null };
      case 'busy':
        return refusal('busy', 503);
      case 'broken':
        return refusal('server_fault', 500);
      case 'too_large':
        return { kind: 'not_understood', status: 413, retryAfterMs: null };
      case 'spent_token':
        return refusal('token_not_valid', 401);
      case 'deliver':
      case 'lost_answer':
      case 'doubled_and_reversed':
      case 'forgetful':
    }
    const code = this.#tokens.get(batch.token);
    if (code === undefined) return refusal('token_not_valid', 401);
    if (this.closed.has(code)) return refusal('collector_closed', 410);
    if (batch.items.length > this.maxItems) return refusal('too_large', 413);
    const ids = batch.items.map((json) => (JSON.parse(json) as { id: string }).id); // made by the outbox
    if (ids.some((id) => this.poison.has(id))) return refusal('server_fault', 500);
    const outcomes: Outcome[] = [];
    for (const json of batch.items) outcomes.push(await this.#accept(json, code));
    if (weather === 'lost_answer') return { kind: 'timed_out' };
    return {
      kind: 'answered',
      value: { epoch: this.epoch, outcomes: said(outcomes, weather) },
      serverTime: this.serverTime,
    };
  };

  async #accept(json: string, code: string): Promise<Outcome> {
    const item = PushItemSchema.parse(JSON.parse(json));
    if (item.story.collector !== code) throw new Error('sent under the token of another collector');
    if (item.hash !== (await contentHash(item.story))) throw new Error('the hash is not that of the story');
    const before = this.stored.get(item.id);
    if (before === undefined) {
      this.stored.set(item.id, item.hash);
      this.commits.push(item.id);
      return { id: item.id, outcome: 'stored' };
    }
    if (before === item.hash) return { id: item.id, outcome: 'already' };
    return { id: item.id, outcome: 'refused', reason: { kind: 'other_content', message: 'Other content.' } };
  }
}

function said(outcomes: Outcome[], weather: Weather): Outcome[] {
  if (weather === 'doubled_and_reversed') return [...outcomes, ...outcomes].reverse();
  if (weather === 'forgetful') return outcomes.filter((_, i) => i % 2 === 0);
  return outcomes;
}

function refusal(kind: 'busy' | 'server_fault' | 'token_not_valid' | 'collector_closed' | 'too_large', status: number) {
  return { kind: 'refused' as const, status, problem: { kind, message: kind }, retryAfterMs: null };
}
