import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wordShares } from '$lib/explore/wording/word-shares';
import { Wording } from '$lib/explore/wording/wording.svelte';
import type { WordsRequest, WordsResponse } from '$lib/protocol/word-use';

const QUESTION: WordsRequest = { within: '', first: 'a', second: null, language: null };
const ANSWER: WordsResponse = { kind: 'no_texts' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function asking(answers: readonly (Response | Error)[]) {
  const send = vi.fn<typeof fetch>();
  for (const answer of answers)
    if (answer instanceof Error) send.mockRejectedValueOnce(answer);
    else send.mockResolvedValueOnce(answer);
  return { send, wording: new Wording('programme', send) };
}

describe('asking for the words of two groups', () => {
  it('sends the question that stands when the page has settled, and no other', async () => {
    const { send, wording } = asking([Response.json(ANSWER)]);
    wording.ask({ ...QUESTION, first: 'on the way' });
    wording.ask(QUESTION);
    await vi.runAllTimersAsync();
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0]?.[1]?.body).toBe(JSON.stringify(QUESTION));
    expect(wording.answer).toEqual(ANSWER);
  });

  it('does not ask again by itself after a failure, only when told to', async () => {
    const { send, wording } = asking([new Error('no signal'), Response.json(ANSWER)]);
    wording.ask(QUESTION);
    await vi.runAllTimersAsync();
    wording.ask(QUESTION);
    await vi.runAllTimersAsync();
    expect(wording.failure).toBe('failed');
    expect(send).toHaveBeenCalledTimes(1);
    wording.again();
    await vi.runAllTimersAsync();
    expect([wording.failure, wording.answer]).toEqual([null, ANSWER]);
  });

  it('drops the answer to an older question', async () => {
    let late = (_: Response): void => undefined;
    const send = vi.fn<typeof fetch>();
    send.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    send.mockResolvedValueOnce(Response.json(ANSWER));
    const wording = new Wording('programme', send);
    wording.ask({ ...QUESTION, first: 'slow' });
    await vi.runAllTimersAsync();
    wording.ask(QUESTION);
    await vi.runAllTimersAsync();
    late(Response.json({ kind: 'refused', why: 'few', group: 'first', language: 'en', languages: [] }));
    await vi.runAllTimersAsync();
    expect(wording.answer).toEqual(ANSWER);
  });

  it('says in its own words when somebody was signed out or a filter means nothing', async () => {
    for (const [status, failure] of [
      [401, 'signedOut'],
      [400, 'bad_request'],
      [500, 'failed'],
    ] as const) {
      const { wording } = asking([new Response(null, { status })]);
      wording.ask(QUESTION);
      await vi.runAllTimersAsync();
      expect(wording.failure).toBe(failure);
    }
  });
});

describe('shares of words', () => {
  it('have a range where a number is told, and none where it is not', () => {
    const [word] = wordShares(
      [{ word: 'bus', first: 20, second: null, read: [1] }],
      { stories: 80, sessions: 9 },
      { stories: 200, sessions: 20 },
    );
    expect(word?.shares[0]).toMatchObject({ share: 0.25 });
    expect(word?.shares[1]).toBeNull();
  });
});
