import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { acceptHelpCall } from '$lib/server/accept/accept-help-call';
import { performOperation } from '$lib/server/admin/operation';
import type { ErasureReport } from '$lib/server/closure/erasure-report';
import { mediaOf } from '$lib/server/media/media';
import { OPERATIONS } from '$lib/server/operations/all';
import { storeProblem } from '$lib/server/problem';
import { withSheffield } from '../../../fixtures/programmes';
import { seal } from '$lib/sealing/seal';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { announced, begin, captureToken, picture, send, sha256 } from '../../../fixtures/uploads';

const SLUG = SHEFFIELD_TRIAL.slug;
let under: ServicesUnderTest;
let out: string;
beforeEach(async () => {
  under = openTestServices();
  out = mkdtempSync(join(tmpdir(), 'sheaf-close-'));
  await withSheffield(under.services.store);
});
afterEach(async () => {
  await under.close();
  rmSync(out, { recursive: true, force: true });
});

async function close(changes: object = {}): Promise<Record<string, unknown>> {
  const input = { programme: SLUG, folder: join(out, 'export'), confirmed: SLUG, ...changes };
  const performed = await performOperation(OPERATIONS, under.services, 'close', input);
  if (performed.kind !== 'done') throw new Error(`${performed.kind}: ${performed.message}`);
  return performed.result as Record<string, unknown>; // every operation answers with an object
}
const read = (name: string) => readFileSync(join(out, 'export', name), 'utf8');
const report = () => JSON.parse(read(`${SLUG}-erasure.json`)) as ErasureReport; // written by us

async function tell(n: number, outcome: 'clear' | 'concern' | null, changes: Parameters<typeof aStory>[0] = {}) {
  const { store } = under.services;
  await store.acceptStories([await accepted(aStory({ id: idNumber(n), ...changes }))], NOON);
  if (outcome === null) return;
  await store.recordReading(SLUG, idNumber(n), { outcome, reader: 'reader', at: NOON, note: null });
}

async function aCall() {
  const key = await under.services.keys.publicKeyOf(SLUG);
  const id = idNumber(9);
  return { id, audience: 'child' as const, sealed: await seal('Sam', key, { programme: SLUG, story: id }) };
}

describe('closing a programme', () => {
  it('exports by what each teller shares, erases everything, and says what went, what stays and why', async () => {
    const { services } = under;
    const bytes = await picture('png');
    const media = [{ ...announced(bytes, { kind: 'drawing', mime: 'image/png' }), bytes: bytes.length }];
    const answers = { 'text.more': { kind: 'text' as const, state: 'answered' as const, text: 'more words' } };
    await send(services, await captureToken(services), bytes, announced(bytes, { kind: 'drawing', mime: 'image/png' }));
    await tell(1, 'clear', { text: 'words for all', media });
    await tell(2, 'clear', { text: 'words for nobody', sharing: 'dots', answers });
    await tell(3, 'concern', { text: 'words of worry', sharing: 'quote' });
    await services.keys.publicKeyOf(SLUG);

    expect(await close()).toMatchObject({ kind: 'closed', exported: 3, erased: 2, restricted: 1 });

    const lines = read(`${SLUG}-stories.ndjson`)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { readable: true, text: 'words for all', files: [{ sha256: sha256(bytes) }] },
      { readable: false, answers: { 'text.more': { kind: 'text', state: 'answered' } } },
      { readable: false },
    ]);
    const all = readdirSync(join(out, 'export'))
      .filter((name) => name !== 'files')
      .map(read)
      .join('');
    expect(all).toContain('words for all');
    for (const words of ['words for nobody', 'more words', 'words of worry', idNumber(1)])
      expect(all).not.toContain(words);
    expect(sha256(readFileSync(join(out, 'export', 'files', sha256(bytes))))).toBe(sha256(bytes));

    const said = report();
    expect(said).toMatchObject({ erased: { stories: 3, files: 1 }, found: { stories: 0, files: 0 } });
    const hash = (n: number) =>
      createHash('sha256')
        .update(`${SLUG}/${idNumber(n)}`)
        .digest('hex');
    expect(said.erased.hashes).toEqual([hash(1), hash(2), hash(3)].sort());
    expect(said.kept[0]).toMatchObject({ count: 1, why: expect.stringContaining('erased when the concern') as string });
    for (const { path, sha256: of } of said.exported) expect(sha256(readFileSync(path))).toBe(of);

    const { store } = services;
    expect((await store.programme(SLUG))?.state).toBe('closed');
    expect(await store.storiesOf(SLUG, -1, 10)).toEqual([]);
    expect(await mediaOf(services).files.size(sha256(bytes))).toBeNull();
    // Sealed help of the concern still has to open.
    expect(existsSync(join(services.settings.data, 'keys', `${SLUG}.json`))).toBe(true);
    const [closed] = await store.auditOf(SLUG, 1);
    expect(closed?.subject).toBe(`report ${sha256(readFileSync(join(out, 'export', `${SLUG}-erasure.json`)))}`);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'whole' });
  });

  it('takes the key with it where no concern is open: what was sealed to it opens nowhere any more', async () => {
    await under.services.keys.publicKeyOf(SLUG);
    await close();
    expect(existsSync(join(under.services.settings.data, 'keys', `${SLUG}.json`))).toBe(false);
  });

  it('keeps its word to whoever asked for help and to stories that nobody has read', async () => {
    const { store } = under.services;
    await tell(1, null);
    expect(await close()).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/nobody has read 1 story of/) as string,
    });
    await store.addHelpCall(SLUG, { ...(await aCall()), at: NOON });
    expect(await close({ unread: true })).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/1 person .* asked for help/) as string,
    });
    const [call] = await store.helpCallsOf(SLUG);
    const { sealed } = await aCall();
    await store.answerHelpCall(SLUG, call?.id ?? '', { by: 'reader', at: NOON, note: sealed });
    expect(await store.countStories(SLUG)).toBe(1);
    expect(await close({ unread: true })).toMatchObject({ kind: 'closed', erased: 1 });
    expect(report().erased.callsForHelp).toBe(1);
    expect(await store.answeredCallsOf(SLUG, 10)).toEqual([]);
  });

  it.each([
    ['its name is not typed', { confirmed: 'sheffield' }, /type its name, sheffield-send/],
    ['there is no such programme', { programme: 'none' }, /no programme none/],
    ['the folder cannot be written', { folder: '/dev/null/export' }, /Nothing was erased: the export/],
    ['the folder holds something', { folder: process.cwd() }, /is not empty/],
  ])('does nothing when %s', async (_, changes, message) => {
    await tell(1, 'clear');
    expect(await close(changes)).toMatchObject({ kind: 'refused', message: expect.stringMatching(message) as string });
    expect(await under.services.store.countStories(SLUG)).toBe(1);
    expect((await under.services.store.programme(SLUG))?.state).toBe('trial');
  });

  it('may be asked again after it was broken off, and erases what is left', async () => {
    const { services } = under;
    await tell(1, 'clear');
    const journal = { ...services.journal, append: () => Promise.reject(new Error('the power is cut')) };
    const input = { programme: SLUG, folder: join(out, 'first'), confirmed: SLUG };
    const broken = await performOperation(OPERATIONS, { ...services, journal }, 'close', input);
    expect(broken.kind).toBe('failed');
    expect(await services.store.countStories(SLUG)).toBe(1);
    expect(await close({ folder: join(out, 'first') })).toMatchObject({ kind: 'refused' });
    expect(await close()).toMatchObject({ kind: 'closed', exported: 1, erased: 1 });
  });

  it('leaves its links saying that they are closed, to stories, files and calls for help', async () => {
    const { services } = under;
    const token = await captureToken(services);
    await close();
    const late = await services.store.acceptStories([await accepted(aStory())], NOON).catch((error: unknown) => error);
    expect(await storeProblem(late)?.json()).toMatchObject({ kind: 'collector_closed' });
    const bytes = await picture('png');
    const begun = await begin(services, token, bytes.length, announced(bytes, { kind: 'drawing', mime: 'image/png' }));
    expect(begun.body).toMatchObject({ kind: 'collector_closed' });
    expect(await acceptHelpCall(services, token, await aCall())).toMatchObject({ problem: 'collector_closed' });
  });
});
