import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import { openDevice } from '$lib/device/open-device';
import type { PublicCollector } from '$lib/domain/programme/collector';
import { API } from '$lib/protocol/routes';
import { newDraft } from '$lib/survey/new-draft';
import MinePage from '$lib/tell/mine/MinePage.svelte';
import ReceiptPage from '$lib/tell/receipts/ReceiptPage.svelte';
import { READING_KEY } from '$lib/ui/theme/reading-settings';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';
import { FakeSpeech } from './fake-speech';

const WORDS = ['apple', 'boat', 'cloud', 'door'];
const CARD = `#${collector().code}-${WORDS.join('-')}`;
const FOUND = { story: { arrived: '2026-11-23', read: false, sharing: 'dots' } };

let speech: FakeSpeech;
/** What the server says of a receipt; null = no line. */
let answer: object | null;
let opened: Device | null = null;

async function device(): Promise<Device> {
  const found = opened === null ? await openDevice() : { kind: 'open' as const, device: opened };
  if (found.kind !== 'open') throw new Error(found.kind);
  return (opened = found.device);
}

async function linksOpened(...modes: PublicCollector['mode'][]): Promise<void> {
  const { collectors } = await device();
  for (const [index, mode] of modes.entries())
    await collectors.keep(collector({ mode, code: `HB7KQ${'MNP'[index] ?? ''}` }), `token-of-${mode}`);
}

async function told(text: string): Promise<void> {
  const { outbox, own } = await device();
  const consent = [{ text: 'consent.family@3', by: 'teller' as const, at: '2026-11-02T10:00:00.000Z' }];
  const draft = { ...newDraft(STORY_ID, collector(), edition('family')), text, consent };
  await outbox.add(finishing({ draft, clock: new Date('2026-11-02T10:00:00.000Z'), words: WORDS, shared: false }));
  await own.keepWords(STORY_ID);
}

const receiptPage = (fragment = '') => render(ReceiptPage, { home: '/', fragment: () => fragment });
const minePage = () => render(MinePage, { receipts: '/r', open: () => undefined });
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const heading = (name: string) => expect.element(page.getByRole('heading', { name, level: 1 })).toBeVisible();
const text = () => document.documentElement.dataset['text'];
const written = () => localStorage.getItem(READING_KEY);

async function listen(): Promise<void> {
  await press('Listen');
  await expect.poll(() => speech.speaking).not.toBeNull();
}

async function enlarge(): Promise<void> {
  await press('Reading');
  await page.getByRole('radio', { name: 'Biggest' }).click({ force: true });
}

beforeEach(async () => {
  await page.viewport(360, 740);
  document.documentElement.lang = 'en-GB';
  speech = new FakeSpeech();
  answer = FOUND;
  vi.spyOn(window, 'fetch').mockImplementation((asked) =>
    answer !== null && asked === API.receipt
      ? Promise.resolve(Response.json(answer))
      : Promise.reject(new TypeError('no line')),
  );
});

afterEach(async () => {
  opened?.close();
  opened = null;
  localStorage.clear();
  delete document.documentElement.dataset['text'];
  delete document.documentElement.dataset['easy'];
  await new Promise((done) => Object.assign(indexedDB.deleteDatabase('sheaf'), { onsuccess: done, onblocked: done }));
});

describe('the receipt page', () => {
  it('is listened to from its form to the way out, with a voice of this device alone', async () => {
    await receiptPage();
    await listen();
    speech.endAll();
    expect(speech.texts.slice(0, 4)).toEqual([
      'Find your story again',
      'Type the code and the four words from your card.',
      'The code',
      'Letters and numbers, like H7K2QX.',
    ]);
    expect(speech.texts).toEqual(expect.arrayContaining(['Your four words', 'Word 4', 'Find it', 'To the start page']));
    expect(new Set(speech.spoken.map(({ voice }) => voice))).toEqual(new Set(['Here']));
  });

  it('marks the sentence that is heard', async () => {
    await receiptPage();
    await listen();
    const marked = [...(CSS.highlights.get('sheaf-sentence') ?? [])].map((range) => (range as Range).toString());
    expect(marked).toEqual(['Find your story again']);
  });

  it('reads a story that was found, and is quiet when it is left', async () => {
    await receiptPage(CARD);
    await heading('We have your story.');
    await listen();
    const all = () => speech.texts.join(' ');
    await press('Pause');
    await press('Go on');
    speech.endAll();
    expect(all()).toMatch(/We have your story\. .*23 November 2026.*Not yet\..*Only your dots are shown\./);
    await listen();
    await press('Try other words');
    await heading('Find your story again');
    expect(speech.speaking).toBeNull();
  });

  it('reads what stands there when nobody answers, and asks again when the line is back', async () => {
    answer = null;
    await receiptPage(CARD);
    await heading('We can not look for it now.');
    await listen();
    speech.endAll();
    expect(speech.texts).toContain('There is no signal.');
    answer = FOUND;
    dispatchEvent(new Event('online'));
    await heading('We have your story.');
  });

  it('sets each sentence on a line of its own in easy read', async () => {
    answer = null;
    document.documentElement.dataset['easy'] = 'on';
    await receiptPage(CARD);
    await heading('We can not look for it now.');
    const seen = [...document.querySelectorAll('main p .line')].filter((line) => line.checkVisibility());
    const lines = seen.map((line) => line.textContent.trim());
    expect(lines).toEqual(expect.arrayContaining(['There is no signal.', 'You can still take it back.']));
    const tops = seen.map((line) => line.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(lines.length);
  });

  it('writes down how one reads where every link on the device is an own one, and only there', async () => {
    await linksOpened('open', 'open');
    await receiptPage();
    await enlarge();
    expect(text()).toBe('200');
    await expect.poll(written).toBe('text=200');
    await expect.element(page.getByText('It stays on this device only.')).toBeVisible();
    dispatchEvent(new Event('pagehide'));
    expect(text()).toBe('200');
  });

  it.each([
    ['a link of a shared device', ['open', 'session'] as const, 'Others use this device'],
    ['no link', [] as const, 'It goes back when you are done.'],
  ])('forgets it with the page where there was %s', async (_, modes, said) => {
    await linksOpened(...modes);
    await receiptPage();
    await enlarge();
    await expect.element(page.getByText(said)).toBeVisible();
    expect([text(), written()]).toEqual(['200', null]);
    dispatchEvent(new Event('pagehide'));
    expect([text(), written()]).toEqual([undefined, null]);
  });

  it('keeps it after a wrong word, and no longer than a story that was found', async () => {
    answer = { story: null };
    await receiptPage(CARD);
    await heading('We do not find a story with these words.');
    await enlarge();
    await press('Done');
    await press('Try other words');
    await heading('Find your story again');
    expect(text()).toBe('200');
    answer = FOUND;
    await press('Find it');
    await heading('We have your story.');
    expect(text()).toBe('200');
    await press('Try other words');
    await heading('Find your story again');
    expect(text()).toBeUndefined();
  });
});

describe('My stories', () => {
  it('is listened to, card by card, with the words of a story only while they are shown', async () => {
    await told('The lift was out. We took the stairs.');
    answer = null;
    await minePage();
    await expect.element(page.getByText('On this device', { exact: true })).toBeVisible();
    await listen();
    speech.endAll();
    const first = speech.texts.join(' ');
    expect(first).toMatch(/^My stories You told these stories here\. .*Story of 2 November 2026/);
    expect(first).toMatch(/On this device It is safe here\..*Your four words: apple boat cloud door.*What you can do/);
    expect(first).toContain('I have four words');
    expect(first).not.toMatch(/The lift|Take my story back/);

    await page.getByText('What you can do').click();
    await press('Show my words');
    await listen();
    while (speech.speaking !== null && speech.speaking !== 'The lift was out.') speech.end();
    expect(speech.speaking).toBe('The lift was out.');
    await press('Hide my words');
    await expect.poll(() => speech.speaking).toBeNull();
    expect(speech.texts).not.toContain('We took the stairs.');
  });

  it('is read as one likes, and an own phone remembers it', async () => {
    await linksOpened('open');
    await minePage();
    await enlarge();
    expect(text()).toBe('200');
    await expect.poll(written).toBe('text=200');
  });
});
