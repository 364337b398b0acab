import { describe, expect, it, vi } from 'vitest';
import { finishing } from '$lib/device/finish-story';
import { memoryDevice } from '$lib/device/memory-device';
import { amendmentOf } from '$lib/domain/story/amendment';
import type { Draft } from '$lib/domain/story/draft';
import { finishDraft } from '$lib/domain/story/finish';
import { newDraft } from '$lib/survey/new-draft';
import { Telling } from '$lib/tell/telling.svelte';
import { MyStories } from '$lib/tell/mine/my-stories.svelte';
import { momentWords } from '$lib/tell/receipts/words';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

const CLOCK = '2026-11-02T10:00:00.000Z';
const DRAFT = {
  ...newDraft(STORY_ID, collector(), edition('family')),
  text: 'As it was told.',
  consent: [{ text: 'consent.family@3', by: 'teller' as const, at: CLOCK }],
};

async function mine(changes: Partial<typeof DRAFT> & Pick<Draft, 'symbols' | 'helper'> = {}, keep = true) {
  const device = memoryDevice();
  const words = ['apple', 'boat', 'cloud', 'door'];
  await device.outbox.add(finishing({ draft: { ...DRAFT, ...changes }, clock: new Date(CLOCK), words, shared: false }));
  if (keep) await device.own.keepWords(STORY_ID);
  await device.outbox.take('HB7KQM', { after: 0, stories: 1, bytes: 1e6, faulty: false });
  const nobody = () => Promise.reject(new Error('nobody is asked'));
  const lower = vi.fn(() => Promise.resolve({ kind: 'unreachable', cause: null } as const));
  const stories = new MyStories({
    device,
    look: nobody,
    lower,
    send: () => undefined,
    open: () => undefined,
  });
  const listed = await device.own.list();
  const story = listed.kind === 'kept' ? listed.value[0] : undefined;
  if (story === undefined) throw new Error('no story was kept');
  return { device, stories, story, lower };
}

it('stories of one day are told apart by their time', () => {
  const [morning, noon] = [momentWords(Date.UTC(2026, 10, 2, 9, 5)), momentWords(Date.UTC(2026, 10, 2, 12, 30))];
  expect(morning).toContain('2 November 2026');
  expect(morning).not.toBe(noon);
});

it('no line is said until there may be one again, and what failed is not done by itself', async () => {
  const { stories, story, lower } = await mine();
  await stories.lower(story, 'dots');
  expect(stories.trouble).toBe('offline');
  stories.lineIsBack();
  expect([stories.trouble, lower.mock.calls.length]).toEqual([null, 1]);
});

it('the words that are shown are in the language they were told in, whatever the page speaks', async () => {
  const { stories, story } = await mine({ locale: 'ar' });
  await stories.showWords(story);
  expect(stories.wordsOf(STORY_ID)).toEqual({ title: null, text: 'As it was told.', lang: 'ar' });
});

describe('how a story was told', () => {
  const voice = { sha256: 'a'.repeat(64), kind: 'voice' as const, mime: 'audio/webm', bytes: 7, seconds: 3 };
  const drawing = { sha256: 'b'.repeat(64), kind: 'drawing' as const, mime: 'image/png', bytes: 7 };
  const helper = { who: 'family' as const, expressed: [], view: '', wrote: null };
  const told = { media: [voice, drawing, drawing], symbols: ['bus', 'sad'], helper };
  const toldOf = async ({ stories }: Awaited<ReturnType<typeof mine>>) => {
    await expect.poll(() => stories.stories?.length).toBe(1);
    return stories.toldOf(STORY_ID);
  };

  it('stands beside it, with its pictures where its teller keeps it here', async () => {
    const shown = await mine(told);
    shown.stories.watch();
    expect(await toldOf(shown)).toEqual({
      with: ['voice', 'drawing', 'pictures', 'text', 'helper'],
      images: [drawing, drawing],
      strip: ['bus', 'sad'],
    });
  });

  it('is said without any picture where a copy only waits, and no more after a No', async () => {
    const shown = await mine({ ...told, text: '' }, false);
    shown.stories.watch();
    expect(await toldOf(shown)).toEqual({ with: ['voice', 'drawing', 'pictures', 'helper'], images: [], strip: [] });
    await shown.stories.dropWords(shown.story);
    expect(await toldOf(shown)).toBeNull();
  });
});

describe('a story that is being changed', () => {
  it('keeps what was changed so far when "Change it" is pressed once more', async () => {
    const { device, stories, story } = await mine();
    await stories.change(story);
    const begun = await device.drafts.resume(STORY_ID);
    if (begun.kind !== 'kept' || begun.value === null) throw new Error('no draft');
    await device.drafts.save({ ...begun.value, text: 'Half changed.' });
    await stories.change(story);
    const draft = await device.drafts.resume(STORY_ID);
    expect(draft.kind === 'kept' && draft.value?.text).toBe('Half changed.');
    expect(stories.trouble).toBeNull();
  });

  it('shows its triads turned as they were', () => {
    const corners = [2, 0, 1] as [number, number, number];
    const at = { a: 0.5, b: 0.3, c: 0.2 };
    const triad = { kind: 'triad', state: 'answered', at, method: 'pointer', shown: corners } as const;
    const finished = finishDraft({ ...DRAFT, corners, answers: { 'triad.right': triad } }, CLOCK, 1);
    if (finished.kind !== 'story') throw new Error(finished.kind);
    expect(amendmentOf(finished.story, null, 'check').corners).toEqual(corners);
  });

  const changing = async () => {
    const { device, stories, story } = await mine();
    await stories.change(story);
    const draft = await device.drafts.resume(STORY_ID);
    if (draft.kind !== 'kept' || draft.value === null) throw new Error('no draft');
    const ends: (string | undefined)[] = [];
    const telling = new Telling(collector(), edition('family'), draft.value, {
      ways: { show: () => undefined, back: () => undefined, thanks: () => undefined },
      device,
      receiptList: () => Promise.reject(new Error('it keeps its words')),
      clock: () => new Date(CLOCK),
      takenBack: () => ends.push('told_the_server'),
      ended: (how, words) => ends.push(how, words),
      finished: () => undefined,
    });
    return { device, telling, ends };
  };

  it('is taken back when its teller no longer says yes to it', async () => {
    const { device, telling, ends } = await changing();
    await telling.decline('no', 'Nothing has been saved.');
    expect(ends).toEqual(['told_the_server', 'left', 'It is taken back.']);
    expect(await device.drafts.resume(STORY_ID)).toEqual({ kind: 'kept', value: null });
    expect(await device.own.words(STORY_ID)).toEqual({ kind: 'kept', value: null });
    const waiting = await device.withdrawals.waiting();
    expect(waiting.kind === 'kept' && waiting.value.map(({ id }) => id)).toEqual([STORY_ID]);
  });

  it('stays as it was, and is said to, when the change is thrown away', async () => {
    const { device, telling, ends } = await changing();
    await telling.throwAway();
    expect(ends).toEqual(['change_thrown', undefined]);
    const list = await device.own.list();
    expect(list.kind === 'kept' && list.value.map(({ id }) => id)).toEqual([STORY_ID]);
  });
});
