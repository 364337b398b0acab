import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadingChoices, type Remembered } from '$lib/ui/theme/reading-choices.svelte';
import {
  AS_IT_COMES,
  READING_KEY,
  READING_OPTIONS,
  readReading,
  writeReading,
  type ReadingSettings,
} from '$lib/ui/theme/reading-settings';

const anySettings: fc.Arbitrary<ReadingSettings> = fc.record({
  text: fc.constantFrom(...READING_OPTIONS.text),
  spacing: fc.constantFrom(...READING_OPTIONS.spacing),
  face: fc.constantFrom(...READING_OPTIONS.face),
  easy: fc.constantFrom(...READING_OPTIONS.easy),
  speed: fc.constantFrom(...READING_OPTIONS.speed),
  stops: fc.constantFrom(...READING_OPTIONS.stops),
});

function memoryOf(kept: Record<string, string> = {}): Remembered & { kept: Record<string, string> } {
  return {
    kept,
    get: (key) => kept[key] ?? null,
    set(key, value) {
      if (value === null) delete kept[key];
      else kept[key] = value;
    },
  };
}

const aRoot = () => ({ dataset: {} as Record<string, string> }) as unknown as HTMLElement; // all that is used of it

/** What `static/theme.js` puts on the page at this address. */
function beforePaint(path: string, kept: Record<string, string>): Record<string, string> {
  const dataset: Record<string, string> = {};
  runInNewContext(readFileSync('static/theme.js', 'utf8'), {
    document: { documentElement: { dataset } },
    localStorage: { getItem: (key: string) => kept[key] ?? null },
    location: { pathname: path },
  });
  return dataset;
}

describe('the settings for reading', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(readReading(writeReading(settings))).toEqual(settings);
      }),
    );
  });

  it('leave nothing behind when all is as it comes', () => {
    expect(writeReading(AS_IT_COMES)).toBe('');
  });

  it.each([null, '', 'text=900', 'theme=dark text', 'face=comic easy=maybe', '='])('read %j as it comes', (stored) => {
    expect(readReading(stored)).toEqual(AS_IT_COMES);
  });

  it('are on the page before the first paint where stories are told, and nowhere else', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const root = aRoot();
        const memory = memoryOf();
        const choices = new ReadingChoices(root, memory, () => false);
        for (const name of ['text', 'spacing', 'face', 'easy', 'speed'] as const) choices.choose(name, settings[name]);
        expect(beforePaint('/t/HB7KQM/story', memory.kept)).toEqual({ ...root.dataset });
        for (const path of ['/', '/care', '/explore/x', '/together'])
          expect(beforePaint(path, memory.kept)).toEqual({});
      }),
    );
  });

  it('take nothing from the store that is not a setting', () => {
    expect(beforePaint('/t/X', { [READING_KEY]: 'theme=dark onload=1 text=<b> easy=on' })).toEqual({ easy: 'on' });
  });
});

describe('what a device remembers of them', () => {
  it('is every choice on an own device, and none of the default', () => {
    const memory = memoryOf();
    const choices = new ReadingChoices(aRoot(), memory, () => false);
    choices.choose('text', '150');
    choices.chooseLook('cream');
    choices.chooseListenIn('rom');
    expect(memory.kept).toEqual({ 'sheaf.reading': 'text=150', 'sheaf.look': 'cream', 'sheaf.listen-in': 'rom' });
    choices.clear();
    expect(memory.kept).toEqual({});
  });

  it('is nothing on a device that others use, and the next person begins as it comes', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const root = aRoot();
        const memory = memoryOf();
        const choices = new ReadingChoices(root, memory, () => true);
        for (const name of ['text', 'spacing', 'face', 'easy', 'speed'] as const) choices.choose(name, settings[name]);
        choices.chooseLook('dark');
        choices.chooseListenIn('rom');
        expect(memory.kept).toEqual({});
        choices.reset();
        expect(root.dataset).toEqual({});
        expect(choices.settings).toEqual(AS_IT_COMES);
        expect(choices.look).toBe('device');
        expect(choices.listenIn).toBeNull();
      }),
    );
  });

  it('goes back, on a shared device, to what the device itself remembers', () => {
    const root = aRoot();
    root.dataset['theme'] = 'dark';
    const choices = new ReadingChoices(root, memoryOf({ 'sheaf.look': 'dark' }), () => true);
    choices.chooseLook('cream');
    choices.reset();
    expect(root.dataset['theme']).toBe('dark');
  });

  it('waits until it is known whose device this is', () => {
    const memory = memoryOf();
    let shared: boolean | null = null;
    const choices = new ReadingChoices(aRoot(), memory, () => shared);
    choices.choose('easy', 'on');
    expect(memory.kept).toEqual({});
    shared = false;
    choices.settle();
    expect(memory.kept).toEqual({ 'sheaf.reading': 'easy=on' });
  });
});
