import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PassResult } from '$lib/sync/push-stories';
import { HELD_ELSEWHERE_MS, LEAST_GAP_MS, SyncLoop, type SyncStatus } from '$lib/sync/sync-loop';

type Result = PassResult | 'held_elsewhere';
const NOTHING_LEFT: PassResult = { stored: 0, refused: 0, next: { kind: 'nothing_left' } };
const later = (afterMs: number | null = null): PassResult => ({
  stored: 0,
  refused: 0,
  next: { kind: 'later', because: 'unreachable', afterMs },
});
const FAULT: PassResult = { stored: 0, refused: 0, next: { kind: 'later', because: 'server_fault', afterMs: null } };

describe('the loop', () => {
  let results: Result[];
  let passes: boolean[];
  let statuses: SyncStatus[];
  let random: number;
  let loop: SyncLoop;
  let underWay: { finish: (result: Result) => void; signal: AbortSignal } | null;

  beforeEach(() => {
    vi.useFakeTimers();
    results = [];
    passes = [];
    statuses = [];
    random = 0.999_999;
    underWay = null;
    loop = new SyncLoop({
      pass: (suspectStory, signal) => {
        passes.push(suspectStory);
        const result = results.shift();
        if (result !== undefined) return Promise.resolve(result);
        return new Promise((resolve) => (underWay = { finish: resolve, signal }));
      },
      random: () => random,
      status: (status) => statuses.push(status),
    });
  });
  afterEach(() => {
    loop.stop();
    vi.useRealTimers();
  });
  const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test('rests when nothing is left, and wakes by a nudge only', async () => {
    results.push(NOTHING_LEFT);
    loop.nudge();
    await advance(24 * 60 * 60 * 1000);
    expect(passes).toHaveLength(1);
    expect(statuses).toEqual([{ kind: 'passing' }, { kind: 'resting' }]);
  });

  test('waits longer after each failure, five minutes at most', async () => {
    results.push(...Array.from({ length: 14 }, () => later()));
    loop.nudge();
    const waits: number[] = [];
    while (results.length > 0) {
      await advance(0);
      const last = statuses.at(-1);
      if (last?.kind !== 'waiting') throw new Error(`expected to wait, not ${last?.kind ?? 'nothing'}`);
      waits.push(last.nextInMs ?? 0);
      await advance(last.nextInMs ?? 0);
    }
    expect(waits.slice(0, 4)).toEqual([2000, 4000, 8000, 16000]);
    expect(Math.max(...waits)).toBe(300_000);
  });

  test('draws each wait from the whole span, so that devices do not come back together', async () => {
    random = 0;
    results.push(later(), NOTHING_LEFT);
    loop.nudge();
    await advance(1);
    expect(passes).toHaveLength(2);
  });

  test('never comes back before the server allows it, not even when nudged meanwhile', async () => {
    loop.nudge();
    await advance(0);
    loop.nudge();
    random = 0;
    underWay?.finish(later(60_000));
    await advance(59_000);
    expect(passes).toHaveLength(1);
    await advance(1_001);
    expect(passes).toHaveLength(2);
  });

  test('a nudge while passing leads to one more pass: the story may have come too late for this one', async () => {
    loop.nudge();
    await advance(0);
    loop.nudge();
    loop.nudge();
    underWay?.finish(NOTHING_LEFT);
    results.push(NOTHING_LEFT);
    await advance(60_000);
    expect(passes).toHaveLength(2);
  });

  test('a network that flaps every 300 ms causes one pass a second at most', async () => {
    results.push(...Array.from({ length: 200 }, () => later()));
    for (let i = 0; i < 100; i += 1) {
      loop.nudge();
      await advance(300);
    }
    expect(passes.length).toBeLessThanOrEqual(30_000 / LEAST_GAP_MS + 1);
    expect(passes.length).toBeGreaterThan(20);
  });

  test('while another tab sends, it looks again later', async () => {
    results.push('held_elsewhere', NOTHING_LEFT);
    loop.nudge();
    await advance(HELD_ELSEWHERE_MS * 1.5);
    expect(passes).toHaveLength(2);
  });

  test('suspects a story only after the server broke twice in a row', async () => {
    random = 0;
    results.push(FAULT, FAULT, FAULT, NOTHING_LEFT);
    loop.nudge();
    await advance(10);
    expect(passes).toEqual([false, false, true, true]);
  });

  test('a frozen page calls its pass off and starts no other until it is nudged', async () => {
    loop.nudge();
    await advance(0);
    loop.pause();
    expect(underWay?.signal.aborted).toBe(true);
    underWay?.finish(later());
    await advance(600_000);
    expect(passes).toHaveLength(1);
    results.push(NOTHING_LEFT);
    loop.nudge();
    await advance(LEAST_GAP_MS);
    expect(passes).toHaveLength(2);
  });

  test('nudged while its called-off pass is still ending, it passes again', async () => {
    loop.nudge();
    await advance(0);
    loop.pause();
    loop.nudge();
    results.push(NOTHING_LEFT);
    underWay?.finish(later());
    await advance(LEAST_GAP_MS);
    expect(passes).toHaveLength(2);
  });

  test('stopped is stopped', async () => {
    loop.stop();
    loop.nudge();
    await advance(600_000);
    expect(passes).toHaveLength(0);
  });
});
