import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { receiptKey } from '$lib/domain/story/receipt-key';
import { readWords } from '$lib/domain/story/receipt-link';
import type { Story } from '$lib/domain/story/story';
import { performOperation } from '$lib/server/admin/operation';
import { answerInWords } from '$lib/server/held/answer-in-words';
import { OPERATIONS } from '$lib/server/operations/all';
import { withdraw } from '$lib/server/receipts/withdraw';
import { findSignifier } from '$lib/domain/framework/framework';
import type { Answer } from '$lib/domain/signifier/answer';
import { FRAMEWORK, withSheffield } from '../../../fixtures/programmes';
import { quickReceipts } from '../../../fixtures/quick-receipts';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { announced, captureToken, picture, send } from '../../../fixtures/uploads';

quickReceipts();

const SLUG = SHEFFIELD_TRIAL.slug;
const CODE = 'K7M2QP';
const WORDS = 'apple river kite moon';

let under: ServicesUnderTest;
let out: string;
beforeEach(async () => {
  under = openTestServices();
  out = mkdtempSync(join(tmpdir(), 'sheaf-held-'));
  await withSheffield(under.services.store);
});
afterEach(async () => {
  await under.close();
  rmSync(out, { recursive: true, force: true });
});

async function held(changes: object = {}): Promise<Record<string, unknown>> {
  const input = { code: CODE, words: WORDS, file: join(out, 'held.html'), ...changes };
  const performed = await performOperation(OPERATIONS, under.services, 'held', input);
  if (performed.kind !== 'done') throw new Error(`${performed.kind}: ${performed.message}`);
  return performed.result as Record<string, unknown>; // every operation answers with an object
}
const page = () => readFileSync(join(out, 'held.html'), 'utf8');

async function tell(
  changes: Partial<Story> = {},
  words = WORDS,
  help: { wanted: boolean; contact: string | null } | null = null,
) {
  const story = aStory(changes);
  const receipt = await receiptKey(readWords(words), CODE);
  await under.services.store.acceptStories([await accepted(story, { receipt, help })], NOON);
}

describe('what is held for a receipt', () => {
  it('is written as one page: words, answers, files, sharing, dates and readings', async () => {
    const bytes = await picture('png');
    const file = announced(bytes, { kind: 'drawing', mime: 'image/png' });
    await send(under.services, await captureToken(under.services), bytes, file);
    const missing = { sha256: 'f'.repeat(64), kind: 'voice' as const, mime: 'audio/webm', bytes: 10 };
    await tell({ text: 'A story with <b>marks</b> & "quotes".', media: [{ ...file, bytes: bytes.length }, missing] });
    const reading = { outcome: 'clear', reader: 'reader-17', at: NOON, note: 'a note of the reader' } as const;
    await under.services.store.recordReading(SLUG, idNumber(1), reading);

    expect(await held({ code: 'k7m 2qp', words: 'Apple, river; kite moon' })).toMatchObject({ kind: 'held' });
    expect(page()).toContain('A story with &lt;b&gt;marks&lt;/b&gt; &amp; &quot;quotes&quot;.');
    expect(page()).toContain(`src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}"`);
    expect(page()).toContain('A recording of a voice belongs to it and has not arrived.');
    expect(page()).toContain('A trained reader read it on 2026-11-23.');
    expect(page()).toContain('(of 100: ');
    expect(page()).toContain('It is in no published table.');
    for (const hidden of ['reader-17', 'a note of the reader', WORDS, 'apple']) expect(page()).not.toContain(hidden);
    expect(statSync(join(out, 'held.html')).mode & 0o077).toBe(0);
    expect(await under.services.store.auditOf(SLUG, 1)).toMatchObject([
      { actor: 'cli', action: 'story.held', subject: idNumber(1) },
    ]);
  });

  it('says that help was wished for, and leaves how to reach the teller sealed', async () => {
    await tell({}, WORDS, { wanted: true, contact: 'through my school' });
    await held();
    expect(page()).toContain('You wished for somebody’s help. How to reach you is kept sealed');
    expect(page()).not.toContain('through my school');
  });

  it('names the published tables that count it', async () => {
    await tell();
    const release = { programme: SLUG, lastSerial: 99, madeAt: NOON, hash: 'h', body: '{}' };
    await under.services.store.saveRelease({ ...release, quarter: '2026-Q4' }, []);
    await under.services.store.saveRelease({ ...release, quarter: '2027-Q1' }, []);
    await held();
    expect(page()).toContain('in the tables of 2027-Q1.');
  });

  it('is the same with and without a concern, also after the teller changed the story', async () => {
    const pages: string[] = [];
    for (const [n, outcome] of [[1, 'clear'] as const, [2, 'concern'] as const]) {
      const words = `apple river kite ${n === 1 ? 'moon' : 'star'}`;
      await tell({ id: idNumber(n) }, words);
      const reading = { outcome, reader: 'reader', at: NOON, note: outcome === 'concern' ? 'worried' : null };
      await under.services.store.recordReading(SLUG, idNumber(n), reading);
      await tell({ id: idNumber(n), revision: 2, text: 'Other words.' }, words);
      await held({ words });
      pages.push(page().replaceAll(idNumber(n), 'NUMBER'));
    }
    expect(pages[1]).toBe(pages[0]);
  });

  it('is said to be gone where it was taken back, in the same words with and without a concern', async () => {
    const said: unknown[] = [];
    for (const [n, outcome] of [[1, 'clear'] as const, [2, 'concern'] as const]) {
      const words = `apple river kite ${n === 1 ? 'moon' : 'star'}`;
      await tell({ id: idNumber(n) }, words);
      await under.services.store.recordReading(SLUG, idNumber(n), { outcome, reader: 'r', at: NOON, note: null });
      const receipt = await receiptKey(readWords(words), CODE);
      await withdraw(under.services, { code: CODE, receipt, address: '192.0.2.1' }, null);
      said.push(await held({ words }));
    }
    expect(said[0]).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/was taken back: nothing of it/) as string,
    });
    expect(said[1]).toEqual(said[0]);
  });

  it.each([
    ['the words are of no story', { words: 'apple river kite sun' }, /^Nothing is held for this receipt/],
    ['a word is missing', { words: 'apple river kite' }, /has 4 words; these are 3/],
    ['no link has the code', { code: 'ZZZZZZ' }, /No link has the code ZZZZZZ/],
    ['the code is none', { code: 'O0' }, /is no code of a link/],
    ['the file cannot be written', { file: '/dev/null/held.html' }, /cannot be written/],
  ])('is not written when %s, and says why', async (_, changes, message) => {
    await tell();
    expect(await held(changes)).toMatchObject({ kind: 'refused', message: expect.stringMatching(message) as string });
  });
});

describe('an answer in words', () => {
  const placed = { state: 'answered', method: 'pointer' } as const;
  it.each<[string, Answer, RegExp]>([
    [
      'triad.right',
      { kind: 'triad', ...placed, at: { a: 0.7, b: 0.2, c: 0.1 } },
      /^mostly “.+”, a bit of “.+” \(of 100: “.+” 70, “.+” 20, “.+” 10\)$/,
    ],
    ['triad.right', { kind: 'triad', ...placed, at: { a: 0.34, b: 0.33, c: 0.33 } }, /^all three about the same/],
    ['triad.right', { kind: 'triad', ...placed, at: { a: 0.5, b: 0.5, c: 0 } }, /^“.+” and “.+” about the same \(/],
    ['dyad.alone', { kind: 'slider', ...placed, at: 0.5 }, /^in the middle between “.+” and “.+” \(50 of 100/],
    ['dyad.alone', { kind: 'slider', ...placed, at: 0.95 }, /^“.+” \(95 of 100/],
    ['dyad.alone', { state: 'unanswered' }, /^Passed over/],
    ['dyad.alone', { state: 'not_applicable' }, /./],
    ['demo.role', { kind: 'choice', state: 'answered', chosen: ['child'], other: 'else' }, /^A child.*; “else”$/],
    ['dyad.alone', { kind: 'number', state: 'answered', value: 3 }, /^3$/],
  ])('%s %j', (id, answer, expected) => {
    const asked = findSignifier(FRAMEWORK, id);
    if (asked === undefined) throw new Error(id);
    expect(answerInWords(asked, answer, 'family').answer).toMatch(expected);
  });

  it('says of each stone where it lies', () => {
    const asked = findSignifier(FRAMEWORK, 'stones.helped');
    if (asked?.kind !== 'stones') throw new Error('no stones');
    const [first, second] = asked.stones.map(({ id }) => id);
    const stones = {
      [first ?? '']: { state: 'placed' as const, x: 0.2, y: 0.9, method: 'list' as const },
      [second ?? '']: { state: 'not_in_story' as const },
    };
    const said = answerInWords(asked, { kind: 'stones', state: 'answered', stones }, 'family').answer;
    expect(said).toMatch(/^“.+”: .+; “.+”: not in the story$/);
  });
});
