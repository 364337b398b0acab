import { describe, expect, it } from 'vitest';
import type { Clause } from '$lib/columns/clause';
import { KernelClient, type KernelPort } from '$lib/explore/kernel-client';
import type { FromKernel, ToKernel, WallSelection } from '$lib/explore/kernel-messages';

const clause = (from: number): Clause => ({ kind: 'range', source: 'push', dimension: 'push', from, to: 1 });
const selection: WallSelection = {
  n: 1,
  readable: 1,
  clusters: 1,
  views: {},
  final: {},
  fail: new Uint32Array(1),
  bits: {},
  refused: [],
};

function aPort() {
  const asked: Extract<ToKernel, { kind: 'select' }>[] = [];
  let answer: (event: { data: FromKernel }) => void = () => undefined;
  let fail: (event: { message?: string }) => void = () => undefined;
  const port: KernelPort = {
    postMessage: (message) => {
      if (message.kind === 'select') asked.push(message);
    },
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') answer = listener as typeof answer; // the two overloads of the port
      else fail = listener as typeof fail; // the two overloads of the port
    },
    terminate: () => undefined,
  };
  return {
    port,
    asked,
    answer: (ask: number) => answer({ data: { kind: 'selected', ask, selection } }),
    fail: (message: string) => fail({ message }),
  };
}

describe('the kernel client', () => {
  it('asks one thing at a time and then only the newest of what waited', () => {
    const { port, asked, answer } = aPort();
    const client = new KernelClient(port, () => undefined);
    [0.1, 0.2, 0.3, 0.4].forEach((from) => client.select([clause(from)]));
    expect(asked.map(({ clauses }) => clauses)).toEqual([[clause(0.1)]]);
    answer(1);
    expect(asked.map(({ clauses }) => clauses)).toEqual([[clause(0.1)], [clause(0.4)]]);
  });

  it('drops an answer to a question that is no longer asked', () => {
    const { port, answer } = aPort();
    const heard: FromKernel[] = [];
    const client = new KernelClient(port, (message) => heard.push(message));
    client.select([]);
    answer(1);
    client.select([clause(0.5)]);
    answer(1);
    expect(heard).toHaveLength(1);
  });

  it('tells of a worker that broke, and goes on', () => {
    const { port, asked, fail } = aPort();
    const heard: FromKernel[] = [];
    const client = new KernelClient(port, (message) => heard.push(message));
    client.select([]);
    client.select([clause(0.5)]);
    fail('out of memory');
    expect(heard).toEqual([{ kind: 'select_failed', ask: 1, message: 'out of memory' }]);
    expect(asked).toHaveLength(2);
  });
});
