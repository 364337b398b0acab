import { describe, expect, it } from 'vitest';
import { TokenBuckets } from '$lib/server/limits/token-buckets';

const at = (seconds: number) => new Date(seconds * 1000);

describe('token buckets', () => {
  it('give what they hold, say how long to wait, and fill again', () => {
    const buckets = new TokenBuckets(2, 0.5);
    expect(buckets.take('a', at(0)).kind).toBe('taken');
    expect(buckets.take('a', at(0)).kind).toBe('taken');
    expect(buckets.take('a', at(0))).toEqual({ kind: 'wait', seconds: 2 });
    expect(buckets.take('b', at(0)).kind).toBe('taken');
    expect(buckets.take('a', at(1))).toEqual({ kind: 'wait', seconds: 1 });
    expect(buckets.take('a', at(2)).kind).toBe('taken');
  });

  it('look without taking', () => {
    const buckets = new TokenBuckets(1, 1);
    expect(buckets.look('a', at(0)).kind).toBe('taken');
    expect(buckets.look('a', at(0)).kind).toBe('taken');
  });

  it('give nothing for a clock that was set back or far forward', () => {
    const buckets = new TokenBuckets(1, 1);
    buckets.take('a', at(100));
    expect(buckets.take('a', at(50)).kind).toBe('wait');
    expect(buckets.take('a', at(1e9)).kind).toBe('taken');
    expect(buckets.take('a', at(1e9)).kind).toBe('wait');
  });

  it('forget the longest unused key when there are too many', () => {
    const buckets = new TokenBuckets(1, 0.001, 2);
    for (const key of ['a', 'b', 'c']) buckets.take(key, at(0));
    expect(buckets.look('a', at(0)).kind).toBe('taken');
    expect(buckets.look('c', at(0)).kind).toBe('wait');
  });
});
