import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { memoryDevice } from '$lib/device/memory-device';
import { newDraft } from '$lib/survey/new-draft';
import HelpCall from '$lib/tell/HelpCall.svelte';
import CheckStep from '$lib/tell/steps/CheckStep.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import Draw from '$lib/tell/ways-to-tell/Draw.svelte';
import TellingPage from '$lib/tell/TellingPage.svelte';
import Speak from '$lib/tell/ways-to-tell/Speak.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

function telling() {
  const device = memoryDevice();
  const shown = edition('family');
  const told = new Telling(collector(), shown, newDraft(STORY_ID, collector(), shown), {
    ways: { show: () => undefined, back: () => undefined, thanks: () => undefined },
    device,
    receiptList: () => Promise.resolve({ kind: 'not_loaded', cause: null }),
    clock: () => new Date('2026-11-02T10:00:00Z'),
    ended: () => undefined,
    takenBack: () => undefined,
    finished: () => undefined,
  });
  return { device, told };
}

const stamp = async (name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: /top, left/ }).click();
};

/** Hears three bytes, whatever is said. */
class PretendRecorder extends EventTarget {
  static readonly isTypeSupported = () => true;
  state = 'inactive';
  start = () => (this.state = 'recording');
  pause = () => (this.state = 'paused');
  resume = () => (this.state = 'recording');
  requestData = () => undefined;
  stop() {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['abc']) }));
      this.dispatchEvent(new Event('stop'));
    });
  }
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a drawing', () => {
  it('stays with the story when what was added to it finds no room, and that is said', async () => {
    const { device, told } = telling();
    await render(Draw, { telling: told });
    await stamp('dog');
    await expect.poll(() => told.files.made.length, { timeout: 4000 }).toBe(1);
    const before = told.files.made;
    device.media.add = () => Promise.resolve({ kind: 'storage_full', cause: null });
    await page.getByRole('button', { name: /top, left/ }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(/could not be kept/);
    expect(told.files.made).toEqual(before);
  });

  it('is kept with its stamps where their pictures came late', async () => {
    const sprite = await (await fetch('/pictures.svg')).text();
    let come: (response: Response) => void = () => undefined;
    vi.spyOn(window, 'fetch').mockImplementation(() => new Promise((resolve) => (come = resolve)));
    const { told } = telling();
    await render(Draw, { telling: told });
    await stamp('dog');
    await expect.poll(() => told.files.made.length, { timeout: 4000 }).toBe(1);
    const blank = told.files.made[0]?.sha256;
    come(new Response(sprite));
    await expect.poll(() => told.files.made[0]?.sha256, { timeout: 4000 }).not.toBe(blank);
    expect(told.files.made).toHaveLength(1);
  });
});

describe('a recording', () => {
  const listening = () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(new MediaStream());
    vi.stubGlobal('MediaRecorder', PretendRecorder);
    // A stream without sound cannot be measured.
    vi.stubGlobal('AudioContext', undefined);
  };

  it('that was cut off is kept or thrown away before a new one lies over it', async () => {
    const { told } = telling();
    await told.files.keepPart({ index: 0, mime: 'audio/webm', bytes: new Uint8Array([1, 2, 3]) });
    await render(Speak, { telling: told });
    await expect.element(page.getByRole('button', { name: 'Keep it' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Start', exact: true }).query()).toBeNull();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect.element(page.getByRole('button', { name: 'Record one more' })).toBeVisible();
  });

  it('that finds no room is offered again', async () => {
    listening();
    const { device, told } = telling();
    device.media.add = () => Promise.resolve({ kind: 'storage_full', cause: null });
    await render(Speak, { telling: told });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'That is all' }).click();
    await expect.element(page.getByRole('alert').last()).toHaveTextContent(/could not be kept/);
    await expect.element(page.getByRole('button', { name: 'Keep it' })).toBeVisible();
  });

  it('is the only thing to be done with while it is made', async () => {
    listening();
    const { told } = telling();
    told.player.agree();
    told.arriveAt('story');
    told.openWay('speak');
    await render(TellingPage, { telling: told });
    const onwards = () => page.getByRole('navigation').getByRole('button').all().length;
    await expect.poll(onwards).toBe(2);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect.poll(onwards).toBe(1);
    await page.getByRole('button', { name: 'That is all' }).click();
    await expect.poll(onwards).toBe(2);
  });

  it('takes keys and switches along from button to button', async () => {
    listening();
    const { told } = telling();
    await render(Speak, { telling: told });
    const focused = () => document.activeElement?.textContent.trim();
    (page.getByRole('button', { name: 'Start', exact: true }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Stop for now');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Go on');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(focused).toBe('Record one more');
  });
});

describe('what went wrong on the page of the whole story', () => {
  it('is brought to whoever pressed at its foot', async () => {
    const { told } = telling();
    told.player.agree();
    told.player.write('Synthetic words.');
    await render(CheckStep, { telling: told });
    await told.send();
    await expect.poll(() => document.activeElement?.textContent).toMatch(/not/);
    expect(document.activeElement?.closest('[role="alert"]')).not.toBeNull();
  });
});

describe('a call for help', () => {
  it('takes keys and switches along, and says when it broke', async () => {
    const { device, told } = telling();
    device.collectors.get = () => Promise.reject(new Error('a bug'));
    await render(HelpCall, { telling: told });
    const open = page.getByRole('button').element() as HTMLElement;
    open.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    await userEvent.keyboard('At school.');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('alert')).not.toBeEmptyDOMElement();
    await expect.element(page.getByRole('button')).toBeEnabled();
    expect(document.activeElement?.tagName).toBe('BUTTON');
  });
});
