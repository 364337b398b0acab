import { expect, test, vi } from 'vitest';
import { receiptKey } from '$lib/domain/story/receipt-key';
import type { Answer } from '$lib/protocol/client/call-api';
import type { ReceiptRequest, ReceiptResponse, WithdrawResponse } from '$lib/protocol/receipts';
import { ReceiptSearch } from '$lib/tell/receipts/receipt-search.svelte';

const CODE = 'HB7KQM';
const WORDS = ['apple', 'boat', 'cloud', 'drum'];

const NO_NETWORK = { kind: 'unreachable', cause: null } as const;
const FAULT = { kind: 'not_understood', status: 502, retryAfterMs: null } as const;
const BUSY: Answer<never> = {
  kind: 'refused',
  status: 429,
  problem: { kind: 'too_many_tries' } as never,
  retryAfterMs: 1,
}; // of a Problem only its kind is read

function searching(keeps = true, list: readonly string[] | null = null) {
  let network: Answer<never> | null = NO_NETWORK;
  /** What there is to see. */
  let there: ReceiptResponse = { story: { arrived: '2026-11-23', read: false, sharing: 'dots' } };
  const answered = <T>(value: T): Promise<Answer<T>> =>
    Promise.resolve(network ?? { kind: 'answered', value, serverTime: null });
  const keep = vi.fn((asked: ReceiptRequest) => Promise.resolve(keeps && asked.code !== ''));
  let silent = false;
  /** Keys of what waits on this device. */
  const waiting = new Set<string>();
  const search = new ReceiptSearch({
    look: () => answered(there),
    lower: () => answered(there),
    withdraw: () => answered<WithdrawResponse>({ withdrawn: true }),
    list: () => Promise.resolve(list === null ? { kind: 'not_loaded', cause: null } : { kind: 'list', words: list }),
    keep: async (asked) => {
      const kept = await keep(asked);
      if (kept) waiting.add(asked.receipt);
      return kept;
    },
    waits: ({ receipt }) => Promise.resolve(silent ? null : waiting.has(receipt)),
  });
  search.code = CODE;
  search.words = [...WORDS];
  const nothingThere = () => void (there = { story: null });
  const device = { failing: (fails: boolean) => void (silent = fails) };
  return { search, keep, waiting, device, nothingThere, weather: (answer: typeof network) => (network = answer) };
}

test.each([NO_NETWORK, FAULT])(
  'a story is taken back where nobody answers ($kind), and kept until it is told',
  async (why) => {
    const { search, keep, waiting, weather } = searching();
    weather(why);
    await search.look();
    expect(search.stage.kind).toBe('unheard');
    await search.takeBack();
    expect(search.stage.kind).toBe('waiting');
    expect(keep).toHaveBeenCalledExactlyOnceWith({ code: CODE, receipt: await receiptKey(WORDS, CODE) });
    expect([search.code, ...search.words].join('')).toBe('');
    await search.passed();
    expect(search.stage.kind).toBe('waiting');
    waiting.clear();
    await search.passed();
    expect(search.stage.kind).toBe('noted');
  },
);

test.each([null, NO_NETWORK])(
  'whoever looks for a story that was taken back here hears that it waits: %s',
  async (why) => {
    const { search, waiting, weather } = searching();
    weather(why);
    waiting.add(await receiptKey(WORDS, CODE));
    await search.look();
    expect([search.stage.kind, search.code]).toEqual(['waiting', '']);
  },
);

test('whoever looks for another story hears nothing of the one that waits here', async () => {
  const { search, waiting, weather } = searching();
  weather(null);
  waiting.add(await receiptKey(['other', ...WORDS.slice(1)], CODE));
  await search.look();
  expect(search.stage.kind).toBe('found');
});

test('a story that was found is taken back also when the network goes in between', async () => {
  const { search, keep, waiting, weather } = searching();
  weather(null);
  await search.look();
  expect(search.stage.kind).toBe('found');
  weather(NO_NETWORK);
  await search.takeBack();
  expect([search.stage.kind, keep.mock.calls.length]).toEqual(['waiting', 1]);
  waiting.clear();
  await search.passed();
  expect(search.stage.kind).toBe('taken_back');
});

test.each([
  ['found', 'taken_back'],
  ['none', 'noted'],
] as const)('that a story is taken back is said only where there was one to see: %s', async (seen, said) => {
  const { search, nothingThere, weather } = searching();
  weather(null);
  if (seen === 'none') nothingThere();
  await search.look();
  expect(search.stage.kind).toBe(seen);
  await search.takeBack();
  expect(search.stage.kind).toBe(said);
});

test('where the device keeps nothing, nothing is said to be taken back', async () => {
  const { search } = searching(false);
  await search.look();
  await search.takeBack();
  expect([search.stage.kind, search.complaint?.kind]).toEqual(['unheard', 'offline']);
});

test('whoever tries too many words is asked to wait, and nothing is kept', async () => {
  const { search, keep, weather } = searching();
  weather(BUSY);
  await search.look();
  expect([search.stage.kind, search.complaint?.kind]).toEqual(['asking', 'busy']);
  expect(keep).not.toHaveBeenCalled();
});

test('looking again finds it once there is a network', async () => {
  const { search, weather } = searching();
  await search.look();
  weather(null);
  await search.look();
  expect([search.stage.kind, search.complaint]).toEqual(['found', null]);
});

test.each([
  ['none', [CODE, ...WORDS]],
  ['found', ['', '', '', '', '']],
] as const)('words that were mistyped stay to be mended, and those that found a story go: %s', async (seen, left) => {
  const { search, nothingThere, weather } = searching();
  weather(null);
  if (seen === 'none') nothingThere();
  await search.look();
  expect(search.stage.kind).toBe(seen);
  search.again();
  expect([search.code, ...search.words]).toEqual(left);
});

test.each([
  ['unheard', false],
  ['found', true],
] as const)(
  'what waits to be told is said to be taken back only where there was one to see: %s',
  async (stage, seen) => {
    const { search, weather } = searching();
    if (stage === 'found') weather(null);
    await search.look();
    expect(search.stage.kind).toBe(stage);
    weather(NO_NETWORK);
    await search.takeBack();
    expect(search.stage).toEqual({ kind: 'waiting', seen });
  },
);

test('a device that does not answer has not told the server', async () => {
  const { search, waiting, device, weather } = searching();
  weather(NO_NETWORK);
  await search.look();
  await search.takeBack();
  device.failing(true);
  await search.passed();
  expect(search.stage.kind).toBe('waiting');
  device.failing(false);
  waiting.clear();
  await search.passed();
  expect(search.stage.kind).toBe('noted');
});

test('what is told while it is being looked for is not said to wait', async () => {
  const { search, waiting, weather } = searching();
  weather(null);
  const key = await receiptKey(WORDS, CODE);
  waiting.add(key);
  const has = vi.spyOn(waiting, 'has').mockImplementationOnce(() => {
    waiting.delete(key); // right after it was read
    return true;
  });
  await search.look();
  expect([search.stage.kind, has.mock.calls.length]).toEqual(['noted', 2]);
});

test('what is looked for is what was typed when it was asked for', async () => {
  const { search, keep, weather } = searching();
  weather(NO_NETWORK);
  const looking = search.look();
  search.code = '';
  await looking;
  await search.takeBack();
  expect(keep).toHaveBeenCalledExactlyOnceWith({ code: CODE, receipt: await receiptKey(WORDS, CODE) });
});

test('a line that is back is asked once more for what was looked for, and no more where it is none', async () => {
  const { search, weather } = searching();
  await search.look();
  await search.lineIsBack();
  expect([search.stage.kind, search.complaint?.kind]).toEqual(['unheard', 'offline']);
  weather(null);
  await search.lineIsBack();
  expect([search.stage.kind, search.complaint]).toEqual(['found', null]);
});

test('a line that is back changes no story by itself: only the complaint goes', async () => {
  const { search, keep, weather } = searching(false);
  weather(null);
  await search.look();
  weather(NO_NETWORK);
  await search.takeBack();
  expect([search.stage.kind, search.complaint?.kind]).toEqual(['found', 'offline']);
  weather(null);
  await search.lineIsBack();
  expect([search.stage.kind, search.complaint, keep.mock.calls.length]).toEqual(['found', null, 1]);
});

test.each([FAULT, BUSY])('a line that is back mends nothing that was not the line: $kind', async (why) => {
  const { search, weather } = searching();
  weather(why);
  await search.look();
  const complaint = search.complaint;
  weather(null);
  await search.lineIsBack();
  expect([search.stage.kind === 'found', search.complaint]).toEqual([false, complaint]);
});

test('a field is to be mended where nothing is in it, or a word that is on no list, however it was typed', async () => {
  const { search } = searching(true, WORDS);
  await search.prepare();
  search.words = ['Apple.', 'bote.', ' . ', 'drum, ship'];
  await search.look();
  expect(search.complaint).toEqual({
    kind: 'typed',
    code: null,
    missing: [2],
    unknown: ['bote', 'ship'],
    fields: [1, 2, 3],
  });
  search.words = ['Apple.', 'BOAT', ' cloud ', 'drum!'];
  await search.look();
  expect(search.complaint?.kind).not.toBe('typed');
});
