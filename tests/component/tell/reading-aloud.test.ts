import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { gather } from '$lib/tell/reading/gather';
import { linesToRead, type RecordedTexts } from '$lib/tell/reading/lines-to-read';
import { overlay, painterFor, type Painter } from '$lib/tell/reading/painter';
import { Reader, type RecordingPlayer } from '$lib/tell/reading/reader.svelte';
import { wayIn } from '$lib/ui/signifiers/way-in.svelte';
import { signifier } from '../signifiers/bench';
import { ENGLISH, FakeEngine, REMOTE } from './fake-engine';
import Screen from './Screen.svelte';

const passages = () => gather([...document.querySelectorAll('main, main ~ nav')], { chosen: 'chosen' });
const texts = () => passages().map(({ text, after }) => (after === null ? text : `${text} (${after})`));

interface How {
  readonly engine?: FakeEngine;
  readonly painter?: Painter;
  readonly recorded?: RecordedTexts;
  readonly onlyRecorded?: boolean;
}

function aReader({ engine = new FakeEngine([REMOTE, ENGLISH]), recorded = new Map(), ...how }: How = {}) {
  const recordings = { play: vi.fn<RecordingPlayer['play']>(), stop: vi.fn() };
  const reader = new Reader({
    engine,
    recordings,
    painter: how.painter ?? painterFor(document),
    lines: () => Promise.resolve(linesToRead(passages(), recorded, how.onlyRecorded ?? false)),
    rate: () => 0.75,
    show: () => undefined,
  });
  return { reader, engine, recordings };
}

/** The words marked now. */
const marked = (name: 'sheaf-sentence' | 'sheaf-word') =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()); // the painter makes ranges

beforeEach(async () => {
  document.documentElement.lang = 'en-GB';
  wayIn.forget();
  await page.viewport(360, 740);
  await render(Screen, { signifier: signifier('triad.right', 'child') });
});
afterEach(() => {
  CSS.highlights.clear();
  delete document.documentElement.dataset['easy'];
});

describe('the words of a screen', () => {
  it('are all read where their order tells something, though they are buttons', () => {
    const row = document.createElement('ol');
    row.innerHTML = ['no', 'hurt', 'no'].map((word) => `<li><button>${word}</button></li>`).join('');
    document.querySelector('main')?.append(row);
    expect(texts().filter((text) => ['no', 'hurt'].includes(text))).toEqual(['no', 'hurt', 'no']);
    row.remove();
  });

  it('are read in the order of the page, once each, without what is hidden', () => {
    const read = texts();
    expect(read.slice(0, 3)).toEqual([
      'What made the biggest difference?',
      'It could be there, or it could be missing.',
      'List',
    ]);
    const labels = signifier('triad.right', 'child');
    if (labels.kind !== 'triad') throw new Error('not a triad');
    for (const { text } of labels.labels) expect(read).toContain(text);
    expect(read.slice(-5)).toEqual([
      'How does this work?',
      'The bus came late. Somebody waited.',
      'Change',
      'Back',
      'Skip',
    ]);
    expect(read.join(' ')).not.toMatch(/screen readers|Folded|Arrow keys/);
  });

  it('say what is chosen', async () => {
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('radio').first().click({ force: true });
    expect(texts().filter((text) => text.endsWith('(chosen)'))).toHaveLength(1);
    await page.getByRole('button', { name: /does not fit/ }).click();
    expect(texts()).toContain('This does not fit my story. (chosen)');
  });

  it('are the same in easy read, a sentence to a line', () => {
    const before = texts().join(' ');
    document.documentElement.dataset['easy'] = 'on';
    expect(texts().join(' ').slice(0, 60)).toBe(before.slice(0, 60));
  });
});

describe('reading aloud', () => {
  it('says nothing before it is asked to', () => {
    const { engine, reader } = aReader();
    expect(reader.state).toBe('quiet');
    expect(engine.spoken).toEqual([]);
  });

  it('goes through the sentences with a voice of this device, at the chosen speed, and marks each', async () => {
    const { engine, reader } = aReader();
    await reader.listen(null);
    for (let line = 0; engine.speaking !== null; line += 1) {
      if (line === 0) expect(marked('sheaf-sentence')).toEqual(['What made the biggest difference?']);
      engine.end();
    }
    expect(engine.texts.slice(0, 2)).toEqual([
      'What made the biggest difference?',
      'It could be there, or it could be missing.',
    ]);
    expect(engine.texts).toEqual(expect.arrayContaining(['The bus came late.', 'Somebody waited.', 'Skip']));
    expect(new Set(engine.spoken.map(({ voice }) => voice.name))).toEqual(new Set(['Here']));
    expect(engine.spoken[0]?.rate).toBe(0.75);
    expect(reader.state).toBe('quiet');
    expect(CSS.highlights.size).toBe(0);
  });

  it.each([
    [5, 4, 'made'],
    [5, 0, 'made'],
    [10, 3, 'the'],
  ])('marks the word at %i (%i letters) where the engine tells it', async (at, length, word) => {
    const { engine, reader } = aReader();
    await reader.listen(null);
    engine.word(at, length);
    expect(marked('sheaf-word')).toEqual([word]);
    expect(marked('sheaf-sentence')).toEqual(['What made the biggest difference?']);
    engine.end();
    expect(marked('sheaf-word')).toEqual([]);
  });

  it('is not put out by a place that is no place', async () => {
    const { engine, reader } = aReader();
    await reader.listen(null);
    engine.word(-1);
    engine.word(9999, 5);
    expect(marked('sheaf-word')).toEqual([]);
  });

  it('pauses and goes on with the same sentence', async () => {
    const { engine, reader } = aReader();
    await reader.listen(null);
    engine.end();
    reader.pause();
    expect([reader.state, engine.speaking]).toEqual(['paused', null]);
    reader.goOn();
    expect(engine.texts.slice(1)).toEqual([
      'It could be there, or it could be missing.',
      'It could be there, or it could be missing.',
    ]);
  });

  it('is quiet at once, and what ends late begins nothing', async () => {
    const { engine, reader } = aReader();
    await reader.listen(null);
    const late = engine.speaking?.told;
    reader.quiet();
    late?.ended();
    late?.word(0, 4);
    expect([reader.state, engine.spoken.length, CSS.highlights.size]).toEqual(['quiet', 1, 0]);
  });

  it('never uses a remote voice: without another the device says that it has none', async () => {
    const { engine, reader } = aReader({ engine: new FakeEngine([REMOTE]) });
    await reader.listen(null);
    expect([reader.state, engine.spoken.length]).toEqual(['no_voice', 0]);
  });

  it('says so when its voice fails', async () => {
    const { engine, reader } = aReader();
    await reader.listen(null);
    engine.speaking?.told.failed();
    expect(reader.state).toBe('silent');
  });

  it('goes on while the page changes under it', async () => {
    const { engine, reader } = aReader();
    await reader.listen(null);
    await userEvent.click(page.getByRole('button', { name: 'List' }));
    while (engine.speaking !== null) engine.end();
    expect(reader.state).toBe('quiet');
    await expect.element(page.getByRole('radio').first()).toBeInTheDocument();
  });
});

describe('a recording', () => {
  const QUESTION = 'What made the biggest difference? It could be there, or it could be missing.';
  const recorded = new Map([[QUESTION, '/a-recording']]);

  it('is heard before a voice, for all the pieces its text stands in', async () => {
    const { engine, reader, recordings } = aReader({ recorded });
    await reader.listen(null);
    expect(recordings.play.mock.lastCall?.slice(0, 2)).toEqual(['/a-recording', 0.75]);
    expect(marked('sheaf-sentence').join(' ')).toBe(QUESTION);
    recordings.play.mock.lastCall?.[2].ended();
    expect(engine.texts).toEqual(['List']);
  });

  it('is spoken instead where it cannot be got', async () => {
    const { engine, reader, recordings } = aReader({ recorded });
    await reader.listen(null);
    recordings.play.mock.lastCall?.[2].failed();
    expect(engine.texts).toEqual(['What made the biggest difference?']);
  });

  it('is heard on a device without a voice', async () => {
    const { reader, recordings } = aReader({ recorded, engine: new FakeEngine([]) });
    await reader.listen(null);
    expect(recordings.play).toHaveBeenCalledOnce();
    recordings.play.mock.lastCall?.[2].ended();
    expect(reader.state).toBe('quiet');
  });

  it('of another language is all that is heard', async () => {
    const { engine, reader, recordings } = aReader({ recorded, onlyRecorded: true });
    await reader.listen(null);
    recordings.play.mock.lastCall?.[2].ended();
    expect([engine.spoken.length, reader.state]).toEqual([0, 'quiet']);
  });
});

describe('where the browser cannot mark words', () => {
  it('lines are laid over the page, and the elements under them stay as they are', async () => {
    const before = document.querySelector('main')?.innerHTML;
    const { engine, reader } = aReader({ painter: overlay(document) });
    await reader.listen(null);
    engine.word(5, 4);
    const heading = document.querySelector('h1')?.getBoundingClientRect();
    const line = document.querySelector('.sheaf-reading-marks .sentence')?.getBoundingClientRect();
    const word = document.querySelector('.sheaf-reading-marks .word')?.getBoundingClientRect();
    expect(line?.top).toBeGreaterThanOrEqual((heading?.top ?? NaN) - 4);
    expect(line?.bottom).toBeLessThanOrEqual((heading?.bottom ?? NaN) + 8);
    expect(word?.width).toBeLessThan(line?.width ?? 0);
    expect(document.querySelector('main')?.innerHTML).toBe(before);
    reader.quiet();
    expect(document.querySelector('.sheaf-reading-marks')).toBeNull();
  });
});

it('what somebody typed is framed as a whole', async () => {
  const { engine, reader } = aReader();
  await reader.listen(null);
  while (engine.speaking !== null && engine.speaking.text !== 'The bus came late.') engine.end();
  expect(document.querySelectorAll('.sheaf-reading-marks .framed')).toHaveLength(1);
});
