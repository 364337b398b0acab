import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CareStorySchema, QueueSchema, ReadingResponseSchema } from '$lib/protocol/care';
import { seal } from '$lib/sealing/seal';
import { justCleared } from '$lib/server/care/just-cleared';
import { countWords, queueEntry } from '$lib/server/care/queue-entry';
import { GET as queueRoute } from '../../../../src/routes/api/v1/care/[programme]/queue/+server';
import { GET as storyRoute } from '../../../../src/routes/api/v1/care/[programme]/stories/[id]/+server';
import { POST as readingRoute } from '../../../../src/routes/api/v1/care/[programme]/stories/[id]/reading/+server';
import { withSheffield } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../../fixtures/staff';
import { accepted, aStory, idNumber } from '../../../fixtures/stories';

const PROGRAMME = 'sheffield-send';
const HOUR = 60 * 60 * 1000;
const SECRET_WORDS = 'The heron stood in the car park again.';
const SEALED_CONTACT = 'Synthetic Sam, Class 3';
const CONTACT = '0114 496 0000, after four';

let here: Installation;
let reader: Map<string, string>;
let lead: Map<string, string>;

beforeAll(async () => {
  here = installation();
  const { store } = here.services;
  await withSheffield(store);
  const now = here.services.now().getTime();
  const plain = aStory({ id: idNumber(1), text: SECRET_WORDS, title: 'A heron' });
  const asked = aStory({ id: idNumber(2), audience: 'youth', text: 'Please help.' });
  const late = aStory({ id: idNumber(3), text: null, title: null });
  await store.acceptStories([await accepted(plain)], new Date(now - HOUR));
  await store.acceptStories([await accepted(asked, { help: { wanted: true, contact: CONTACT } })], new Date(now));
  await store.acceptStories([await accepted(late)], new Date(now - 50 * HOUR));
  const bond = { programme: PROGRAMME, story: idNumber(4) };
  const sealed = await seal(SEALED_CONTACT, await here.services.keys.publicKeyOf(PROGRAMME), bond);
  const help = { wanted: true, contact: null, sealed };
  const told = aStory({ id: idNumber(4), text: 'Somebody may come.' });
  const lost = aStory({ id: idNumber(5), text: 'Somebody else may come.' });
  await store.acceptStories([await accepted(told, { help }), await accepted(lost, { help })], new Date(now));
  reader = await aMember(here.access, 'reader@example.org', PROGRAMME, ['reader']);
  lead = await aMember(here.access, 'lead@example.org', PROGRAMME, ['safeguarding']);
});
afterAll(() => here.close());

const at = (jar: Map<string, string>, id = '', body?: unknown) =>
  anEvent('/', {
    jar,
    params: { programme: PROGRAMME, id },
    ...(body === undefined ? {} : { method: 'POST', body }),
  }) as never; // a request as the route sees it
const queue = async (jar: Map<string, string>) => QueueSchema.parse(await (await queueRoute(at(jar))).json());
const open = (jar: Map<string, string>, n: number) => Promise.resolve(storyRoute(at(jar, idNumber(n))));
const read = (jar: Map<string, string>, n: number, body: unknown) =>
  Promise.resolve(readingRoute(at(jar, idNumber(n), body)));
/** Clears what the story says now, as somebody does who has it open. */
async function clear(jar: Map<string, string>, n: number, note?: string) {
  const { seen } = CareStorySchema.parse(await (await open(jar, n)).json());
  return read(jar, n, { outcome: 'clear', seen, ...(note === undefined ? {} : { note }) });
}
const idsOf = async (jar: Map<string, string>) => (await queue(jar)).entries.map(({ id }) => id);

describe('the queue', () => {
  it('puts who asked for help first, then what is due first', async () => {
    expect(await idsOf(reader)).toEqual([2, 4, 5, 3, 1].map(idNumber));
  });

  it('says what a story was told with beside words', () => {
    const voice = { sha256: 'a'.repeat(64), kind: 'voice', mime: 'audio/webm', bytes: 9, seconds: 41.6 } as const;
    const drawing = { sha256: 'b'.repeat(64), kind: 'drawing', mime: 'image/png', bytes: 9 } as const;
    const story = aStory({ text: null, title: null, media: [voice, drawing], symbols: ['me', 'hurt'] });
    const waiting = { story, help: null, receivedAt: new Date(), amendedAt: null, reading: 'unread', withdrawn: false };
    const entry = queueEntry(waiting as never, { readWithinHours: { flagged: 8, others: 48 } }); // what it looks at
    expect(entry).toMatchObject({
      words: 0,
      titled: false,
      files: [{ kind: 'voice', seconds: 41.6 }, { kind: 'drawing' }],
      symbols: 2,
    });
  });

  it('says what waits and until when, and never a word of it', async () => {
    const text = await (await queueRoute(at(reader))).text();
    expect(text).not.toContain('heron');
    expect(text).not.toContain(CONTACT);
    expect(text).not.toContain(SEALED_CONTACT);
    const [asked, sealed, , late, plain] = (await queue(reader)).entries;
    expect(sealed).toMatchObject({ askedForHelp: true, leftContact: true });
    expect(asked).toMatchObject({ askedForHelp: true, leftContact: true, words: 2, audience: 'youth' });
    expect(plain).toMatchObject({ askedForHelp: false, leftContact: false, words: 8 });
    expect(late).toMatchObject({ words: 0 });
    const hours = (entry: typeof asked) =>
      (Date.parse(entry?.dueAt ?? '') - Date.parse(entry?.receivedAt ?? '')) / HOUR;
    expect([hours(asked), hours(plain)]).toEqual([8, 48]);
  });
});

describe('reading', () => {
  it('shows how to reach somebody to the safeguarding role only', async () => {
    const toReader = await (await open(reader, 2)).text();
    expect(toReader).not.toContain(CONTACT);
    expect(CareStorySchema.parse(JSON.parse(toReader)).help).toBeNull();
    const toLead = CareStorySchema.parse(await (await open(lead, 2)).json());
    expect(toLead.help).toEqual({ wanted: true, contact: CONTACT });
  });

  it('opens a sealed way to be reached for the safeguarding role only, and writes down that it was opened', async () => {
    const toReader = await (await open(reader, 4)).text();
    expect(toReader).not.toContain(SEALED_CONTACT);
    expect(CareStorySchema.parse(JSON.parse(toReader))).toMatchObject({ help: null, entry: { askedForHelp: true } });
    const opened = async () =>
      (await here.services.store.auditOf(PROGRAMME, 50)).filter(({ action }) => action === 'help.opened');
    const before = (await opened()).length;
    const toLead = CareStorySchema.parse(await (await open(lead, 4)).json());
    expect(toLead.help).toEqual({ wanted: true, contact: SEALED_CONTACT });
    expect(await opened()).toHaveLength(before + 1);
    expect((await opened())[0]).toMatchObject({ subject: idNumber(4) });
  });

  it('says that a way to be reached is there and cannot be opened, when it was sealed for another story', async () => {
    const toLead = CareStorySchema.parse(await (await open(lead, 5)).json());
    expect(toLead.help).toEqual({ wanted: true, contact: null, shut: 'damaged' });
  });

  it('writes down every opening and every reading', async () => {
    await open(reader, 1);
    const entries = await here.services.store.auditOf(PROGRAMME, 10);
    expect(entries[0]).toMatchObject({ action: 'story.opened', subject: idNumber(1) });
  });

  it('clears a story and goes on to the next', async () => {
    const answer = ReadingResponseSchema.parse(await (await clear(reader, 1)).json());
    expect(answer).toEqual({ waiting: 4, next: idNumber(2) });
    expect((await here.services.store.story(PROGRAMME, idNumber(1)))?.reading).toBe('clear');
    expect((await open(reader, 1)).status).toBe(404);
    expect((await here.services.store.auditOf(PROGRAMME, 1))[0]).toMatchObject({ action: 'story.clear' });
  });

  it('holds a story that worries somebody and puts it, with the note, before safeguarding alone', async () => {
    expect((await read(reader, 3, { outcome: 'concern', note: ' Who was there? ' })).status).toBe(200);
    expect(await idsOf(reader)).not.toContain(idNumber(3));
    expect((await open(reader, 3)).status).toBe(404);
    expect(await idsOf(lead)).toContain(idNumber(3));
    const opened = CareStorySchema.parse(await (await open(lead, 3)).json());
    expect(opened.notes.map(({ note }) => note)).toEqual(['Who was there?']);
    expect((await here.services.store.story(PROGRAMME, idNumber(3)))?.reading).toBe('concern');
  });

  it('lets nobody but safeguarding clear a concern', async () => {
    expect((await read(reader, 3, { outcome: 'clear' })).status).toBe(409);
    expect((await clear(lead, 3, 'Rang the school.')).status).toBe(200);
  });

  it('holds the words again when a cleared story worries somebody later', async () => {
    expect((await read(reader, 1, { outcome: 'concern' })).status).toBe(200);
    expect((await here.services.store.story(PROGRAMME, idNumber(1)))?.reading).toBe('concern');
  });

  it.each([{ outcome: 'published' }, {}, 'clear', null])('refuses %j as a reading', async (body) => {
    expect((await read(reader, 2, body)).status).toBe(400);
  });

  it('knows no story that is not there', async () => {
    expect((await open(reader, 99)).status).toBe(404);
    expect((await read(reader, 99, { outcome: 'clear' })).status).toBe(404);
  });
});

describe('what was just cleared', () => {
  const member = async () => {
    const { store } = here.services;
    const programme = await store.programme(PROGRAMME);
    if (programme === null) throw new Error('no programme');
    return { id: 'r', name: 'R', email: 'r@example.org', programme, roles: ['reader' as const] };
  };
  const said = async (id: string | null) => justCleared(here.access, await member(), id);

  it('is told as the queue knew it, and only where it is cleared', async () => {
    const { store } = here.services;
    const told = aStory({ id: idNumber(31), text: SECRET_WORDS, title: 'A heron again' });
    await store.acceptStories([await accepted(told)], here.services.now());
    expect(await said(told.id)).toBeNull();
    await clear(reader, 31);
    const entry = await said(told.id);
    expect(entry).toMatchObject({ id: told.id, words: 8 });
    expect(JSON.stringify(entry)).not.toContain('heron');
    expect(await said('nothing')).toBeNull();
    expect(await said(null)).toBeNull();
  });
});

describe('clearing', () => {
  const receipt = 'a'.repeat(64);
  const tell = async (n: number, changes: Parameters<typeof aStory>[0] = {}) =>
    here.services.store.acceptStories(
      [await accepted(aStory({ id: idNumber(n), ...changes }), { receipt })],
      here.services.now(),
    );
  const openedAs = async (jar: Map<string, string>, n: number) =>
    CareStorySchema.parse(await (await open(jar, n)).json()).seen;
  const stateOf = async (n: number) => (await here.services.store.story(PROGRAMME, idNumber(n)))?.reading;

  it('is of the words that were opened, not of those that came in their place meanwhile', async () => {
    await tell(21, { text: 'The first words.' });
    const seen = await openedAs(reader, 21);
    await tell(21, { text: 'My name is Synthetic Sam.', revision: 2 });
    expect((await read(reader, 21, { outcome: 'clear', seen })).status).toBe(409);
    expect(await stateOf(21)).toBe('unread');
    expect((await clear(reader, 21)).status).toBe(200);
  });

  it('is not of a recording that arrived after the story was opened', async () => {
    const sha256 = 'e'.repeat(64);
    const file = { sha256, kind: 'voice', mime: 'audio/webm', bytes: 9 } as const;
    await tell(22, { media: [file] });
    const seen = await openedAs(reader, 22);
    const arrived = { ...file, programme: PROGRAMME, collector: 'K7M2QP', receivedAt: here.services.now() };
    await here.services.store.addMedia(arrived);
    expect((await read(reader, 22, { outcome: 'clear', seen })).status).toBe(409);
    expect((await clear(reader, 22)).status).toBe(200);
  });

  it('needs the story to have been opened', async () => {
    await tell(23);
    expect((await read(reader, 23, { outcome: 'clear' })).status).toBe(409);
    expect(await stateOf(23)).toBe('unread');
  });

  it('never undoes a concern that is raised at the same moment', async () => {
    await tell(24);
    const seen = await openedAs(reader, 24);
    const { store } = here.services;
    const record = store.recordReading.bind(store);
    // Just after the clearing has looked whether there is one.
    vi.spyOn(store, 'recordReading').mockImplementationOnce(async (programme, id, reading) => {
      await record(programme, id, { outcome: 'concern', reader: 'another', at: reading.at, note: null });
      return record(programme, id, reading);
    });
    expect((await read(reader, 24, { outcome: 'clear', seen })).status).toBe(409);
    expect(await stateOf(24)).toBe('concern');
  });
});

describe('who needs help', () => {
  const help = { wanted: true, contact: CONTACT };
  const tell = async (n: number, asked: boolean) =>
    here.services.store.acceptStories(
      [await accepted(aStory({ id: idNumber(n) }), asked ? { help } : {})],
      here.services.now(),
    );
  const stored = (n: number) => here.services.store.story(PROGRAMME, idNumber(n));
  const opened = async (jar: Map<string, string>, n: number) =>
    CareStorySchema.parse(await (await open(jar, n)).json());
  const said = async (answer: Response) => (await answer.json()) as unknown;

  it.each([
    ['with a way to be reached', { wanted: true, contact: CONTACT }],
    ['without one', { wanted: true, contact: null }],
  ])('and asked for it, %s, is cleared by no reader', async (_, asked) => {
    await here.services.store.acceptStories(
      [await accepted(aStory({ id: idNumber(41) }), { help: asked })],
      here.services.now(),
    );
    expect((await opened(reader, 41)).clearing).toBe('by_safeguarding');
    const answer = await clear(reader, 41, 'All is well.');
    expect(answer.status).toBe(403);
    expect(await said(answer)).toMatchObject({
      kind: 'not_allowed',
      message: 'This person asked for help. Only safeguarding can clear this story.',
    });
    expect((await stored(41))?.reading).toBe('unread');
    expect(await idsOf(reader)).toContain(idNumber(41));
  });

  it('is put before safeguarding by a reader', async () => {
    await tell(42, true);
    expect((await read(reader, 42, { outcome: 'concern' })).status).toBe(200);
    expect(await idsOf(reader)).not.toContain(idNumber(42));
    expect(await idsOf(lead)).toContain(idNumber(42));
  });

  it.each([
    ['a call for help', 43, true],
    ['a concern', 44, false],
  ])('leaves the list, as %s, only with a note of what was done', async (_, n, asked) => {
    await tell(n, asked);
    if (!asked) await read(reader, n, { outcome: 'concern', note: 'Who is there?' });
    expect((await opened(lead, n)).clearing).toBe('with_note');
    for (const note of [undefined, '', ' \n ']) {
      const answer = await clear(lead, n, note);
      expect(answer.status).toBe(400);
      expect(await said(answer)).toMatchObject({ message: 'Write what was done first. Nothing was cleared.' });
    }
    expect(await idsOf(lead)).toContain(idNumber(n));
    expect((await clear(lead, n, ' Rang them. ')).status).toBe(200);
    expect((await stored(n))?.reading).toBe('clear');
    const kept = (await here.services.store.readingsOf(PROGRAMME, idNumber(n))).at(-1);
    expect(kept).toMatchObject({ outcome: 'clear', note: 'Rang them.' });
    // How to reach them is not deleted by it.
    expect((await stored(n))?.help ?? null).toEqual(asked ? help : null);
  });

  it('is shown with what was done before when somebody is worried again', async () => {
    await tell(45, true);
    await clear(lead, 45, 'Rang them.');
    await read(reader, 45, { outcome: 'concern', note: 'It goes on.' });
    expect((await opened(lead, 45)).notes).toMatchObject([
      { outcome: 'clear', note: 'Rang them.' },
      { outcome: 'concern', note: 'It goes on.' },
    ]);
  });

  it('is not cleared over a concern that was raised after it was opened', async () => {
    await tell(46, true);
    const { seen } = await opened(lead, 46);
    await read(reader, 46, { outcome: 'concern', note: 'And there is more.' });
    expect((await read(lead, 46, { outcome: 'clear', seen, note: 'Rang them.' })).status).toBe(409);
    expect((await stored(46))?.reading).toBe('concern');
  });

  it('is nobody of the others: they are cleared at once', async () => {
    await tell(47, false);
    expect((await opened(lead, 47)).clearing).toBe('at_once');
    expect((await clear(lead, 47)).status).toBe(200);
  });
});

it.each([
  ['one two  three', 3],
  ['\n', 0],
  ['', 0],
  [null, 0],
])('counts the words of %j as %i', (text, count) => {
  expect(countWords(text)).toBe(count);
});
