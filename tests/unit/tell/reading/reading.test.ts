import { describe, expect, it, vi } from 'vitest';
import type { PublicCollector } from '$lib/domain/programme/collector';
import { Reading } from '$lib/tell/reading/reading.svelte';
import type { ReadingRoom } from '$lib/tell/reading/reading-room';
import { collector, edition } from '../../../fixtures/sheffield-edition';

function open(mode: PublicCollector['mode'] | null, part: Partial<PublicCollector> = {}) {
  const choices = { reset: vi.fn(), settle: vi.fn() };
  const keep = vi.fn(() => Promise.resolve());
  const load = vi.fn(
    () =>
      Promise.resolve({
        openReadingRoom: () => ({ choices, keep, reader: { quiet: vi.fn() } }) as unknown as ReadingRoom,
      }), // what is used of it
  );
  const reading = new Reading({ load, collector: () => (mode === null ? null : collector({ mode, ...part })) });
  return { reading, choices, keep, load };
}

describe('what one teller chose on a shared device', () => {
  it.each([
    [['start', 'telling', 'ended'], 1],
    [['start', 'telling', 'sent'], 0],
    [['start', 'telling', 'sent', 'start'], 1],
    [['start', 'telling', 'start'], 1],
    [['opening', 'start'], 0],
    [['opening', 'start', 'ended'], 1],
    [['start', 'telling', 'telling', 'sent', 'start', 'telling', 'ended'], 2],
  ])('through %j ends %i times', async (stages, times) => {
    for (const mode of ['session', 'kiosk', 'scribe', null] as const) {
      const { reading, choices } = open(mode);
      await reading.open();
      for (const stage of stages) reading.at(stage, null);
      expect(choices.reset).toHaveBeenCalledTimes(times);
    }
  });

  it('stays on an own device, and is written down when it is known to be one', async () => {
    const { reading, choices } = open('open');
    await reading.open();
    for (const stage of ['start', 'telling', 'sent', 'start']) reading.at(stage, null);
    expect(choices.reset).not.toHaveBeenCalled();
    expect(choices.settle).toHaveBeenCalled();
  });
});

describe('the parts behind the two buttons', () => {
  it('are loaded when they are asked for, once', async () => {
    const { reading, load } = open('open');
    reading.at('telling', edition('child'));
    expect(load).not.toHaveBeenCalled();
    await Promise.all([reading.open(), reading.open()]);
    expect(load).toHaveBeenCalledOnce();
  });

  it('come before that where there are recordings, and keep those for a place without a network', async () => {
    const recordings = [{ locale: 'rom', audience: 'child' as const, stamp: '0123456789abcdef' }];
    const { reading, keep } = open('open', { recordings });
    const child = edition('child');
    for (const stage of ['start', 'telling', 'telling']) reading.at(stage, stage === 'start' ? null : child);
    await reading.open();
    await Promise.resolve();
    expect(keep).toHaveBeenCalledExactlyOnceWith(child);
  });

  it('that did not arrive are said to be missing, and asked for again', async () => {
    const load = vi.fn().mockRejectedValueOnce(new TypeError('no network'));
    const reading = new Reading({ load, collector: () => null });
    expect(await reading.open()).toBeNull();
    expect(reading.missing).toBe(true);
    load.mockResolvedValueOnce({ openReadingRoom: () => ({}) });
    await reading.open();
    expect([reading.missing, load.mock.calls.length]).toEqual([false, 2]);
  });
});
