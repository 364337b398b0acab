import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingOf } from '$lib/care/reading-of';
import type { Sharing } from '$lib/domain/story/story';
import { translator } from '$lib/i18n/catalogue';
import { care } from '$lib/i18n/en/care';
import { CareStorySchema } from '$lib/protocol/care';
import { rangeOf } from '$lib/server/media/file-response';
import { GET as careFile } from '../../../../src/routes/api/v1/care/[programme]/stories/[id]/files/[sha256]/+server';
import { GET as exploreFile } from '../../../../src/routes/api/v1/explore/[programme]/stories/[serial]/files/[sha256]/+server';
import { POST as readStories } from '../../../../src/routes/api/v1/explore/[programme]/stories/+server';
import { GET as careStory } from '../../../../src/routes/api/v1/care/[programme]/stories/[id]/+server';
import { FRAMEWORK, withSheffield } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../../fixtures/staff';
import { accepted, aStory, idNumber } from '../../../fixtures/stories';
import { TONE, captureToken, picture, send, sha256, announced } from '../../../fixtures/uploads';

const MINE = 'sheffield-send';
const HASH = sha256(TONE);
const SURROUNDINGS = { framework: FRAMEWORK, schemes: [], now: new Date(), timeZone: 'Europe/London' };
const LOST = 'f'.repeat(64);
const STORIES = {
  unread: { n: 1, sharing: 'read', reading: null },
  concern: { n: 2, sharing: 'read', reading: 'concern' },
  read: { n: 3, sharing: 'read', reading: 'clear' },
  quote: { n: 4, sharing: 'quote', reading: 'clear' },
  dots: { n: 5, sharing: 'dots', reading: 'clear' },
  unsaid: { n: 6, sharing: null, reading: 'clear' },
} as const satisfies Record<string, { n: number; sharing: Sharing | null; reading: 'clear' | 'concern' | null }>;
type Name = keyof typeof STORIES;

let here: Installation;
const jars: Record<string, Map<string, string>> = {};

beforeAll(async () => {
  here = installation();
  const { store, now } = here.services;
  await withSheffield(store);
  for (const role of ['reader', 'safeguarding', 'analyst'] as const) {
    jars[role] = await aMember(here.access, `${role}@example.org`, MINE, [role]);
  }
  const token = await captureToken(here.services);
  await send(here.services, token, TONE);
  const photo = await picture('png');
  await send(here.services, token, photo, announced(photo, { kind: 'photo', mime: 'image/png' }));
  const media = [
    { sha256: HASH, kind: 'voice' as const, mime: 'audio/webm', bytes: TONE.length, seconds: 2 },
    { sha256: LOST, kind: 'photo' as const, mime: 'image/png', bytes: 9 },
  ];
  const helper = { who: 'parent' as const, expressed: ['eyes' as const], view: 'A made-up view.' };
  for (const { n, sharing, reading } of Object.values(STORIES)) {
    const told = { id: idNumber(n), title: null, text: null, media, symbols: ['bus', 'late'], helper, sharing };
    await store.acceptStories([await accepted(aStory(told))], now());
    if (reading === null) continue;
    await store.recordReading(MINE, idNumber(n), { outcome: reading, reader: 'r', at: now(), note: null });
  }
});
afterAll(() => here.close());

function ask(surface: 'care' | 'explore', role: string, name: Name, hash = HASH, headers: Record<string, string> = {}) {
  const { n } = STORIES[name];
  const params = { programme: MINE, id: idNumber(n), serial: String(n), sha256: hash };
  const event = anEvent('/file', { jar: new Map(jars[role]), params, headers });
  return (surface === 'care' ? careFile : exploreFile)(event as never); // a request as the route sees it
}

describe('a file of a story', () => {
  it('of words that were changed while a concern is open stays with the safeguarding role, and so do the words', async () => {
    const { store, now } = here.services;
    const media = [{ sha256: HASH, kind: 'voice' as const, mime: 'audio/webm', bytes: TONE.length, seconds: 2 }];
    const receipt = 'e'.repeat(64);
    const told = { id: idNumber(9), text: 'As it was told first.', media };
    await store.acceptStories([await accepted(aStory(told), { receipt })], now());
    await store.recordReading(MINE, idNumber(9), { outcome: 'concern', reader: 'r', at: now(), note: null });
    const changed = aStory({ ...told, revision: 2, text: 'Changed.', media: [] });
    await store.acceptStories([await accepted(changed, { receipt })], now());
    const params = { programme: MINE, id: idNumber(9), sha256: HASH };
    const asked = (role: string) => anEvent('/file', { jar: new Map(jars[role]), params });
    expect((await careFile(asked('safeguarding') as never)).status).toBe(200); // a request as the route sees it
    expect((await careFile(asked('reader') as never)).status).toBe(404); // the same
    const response = await careStory(asked('safeguarding') as never); // the same
    const opened = CareStorySchema.parse(await response.json());
    const shown = readingOf(translator(care), opened, SURROUNDINGS);
    expect(shown).toMatchObject({ text: 'Changed.', takenBack: false, beside: { files: [] } });
    expect(shown.earlier).toMatchObject([
      { revision: 1, text: 'As it was told first.', beside: { files: [{ sha256: HASH, kind: 'voice' }] } },
    ]);
    expect(shown.earlier[0]?.beside.files[0]?.src).toContain(HASH);
    await store.withdraw({ programme: MINE, receipt, at: now() });
    const withdrawn = CareStorySchema.parse(await (await careStory(asked('safeguarding') as never)).json()); // the same
    expect(readingOf(translator(care), withdrawn, SURROUNDINGS).takenBack).toBe(true);
  });

  it.each([
    ['care', 'reader', 'unread', 200],
    ['care', 'reader', 'concern', 404],
    ['care', 'reader', 'read', 404],
    ['care', 'safeguarding', 'unread', 200],
    ['care', 'safeguarding', 'concern', 200],
    ['explore', 'analyst', 'unread', 404],
    ['explore', 'analyst', 'concern', 404],
    ['explore', 'analyst', 'read', 200],
    ['explore', 'analyst', 'quote', 200],
    ['explore', 'analyst', 'dots', 404],
    ['explore', 'analyst', 'unsaid', 404],
    ['care', 'analyst', 'unread', 403],
    ['explore', 'reader', 'read', 403],
  ] as const)('in %s is there for a %s whose story is %s: %i', async (surface, role, name, status) => {
    expect((await ask(surface, role, name)).status).toBe(status);
  });

  it('comes whole and as a dead page', async () => {
    const response = await ask('explore', 'analyst', 'read');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-type': 'audio/webm',
      'content-length': String(TONE.length),
    });
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(HASH);
  });

  it('comes in parts, as players ask for them', async () => {
    const response = await ask('care', 'reader', 'unread', HASH, { range: 'bytes=10-19' });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 10-19/${TONE.length}`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(TONE.subarray(10, 20));
    expect((await ask('care', 'reader', 'unread', HASH, { range: `bytes=${TONE.length}-` })).status).toBe(416);
  });

  it('that the story does not name, or that has not arrived, is nothing here', async () => {
    const other = sha256(await picture('png'));
    for (const hash of [other, LOST, '..', 'x']) {
      expect((await ask('care', 'reader', 'unread', hash)).status).toBe(404);
      expect((await ask('explore', 'analyst', 'read', hash)).status).toBe(404);
    }
  });
});

describe('a story told without words', () => {
  it('is readable by what was recorded and laid, with its helper', async () => {
    const serials = Object.values(STORIES).map(({ n }) => n);
    const event = anEvent('/stories', {
      method: 'POST',
      jar: new Map(jars['analyst']),
      params: { programme: MINE },
      body: { serials },
    });
    const { stories } = (await (await readStories(event as never)).json()) as { stories: { serial: number }[] }; // our own route's answer
    expect(stories.map(({ serial }) => serial)).toEqual([STORIES.read.n, STORIES.quote.n]);
    expect(stories[0]).toMatchObject({
      symbols: ['bus', 'late'],
      helper: { who: 'parent', view: 'A made-up view.' },
      files: [
        { sha256: HASH, kind: 'voice', seconds: 2, here: true },
        { sha256: LOST, kind: 'photo', here: false },
      ],
    });
  });

  it('tells its reader what is still on its way', async () => {
    const params = { programme: MINE, id: idNumber(STORIES.unread.n) };
    const event = anEvent('/story', { jar: new Map(jars['reader']), params });
    const opened: unknown = await (await careStory(event as never)).json(); // as above
    expect(opened).toMatchObject({ files: [{ here: true }, { here: false }] });
  });
});

describe('a range', () => {
  it.each([
    [null, null],
    ['bytes=0-', [0, 99]],
    ['bytes=5-9', [5, 9]],
    ['bytes=90-500', [90, 99]],
    ['bytes=-10', [90, 99]],
    ['bytes=-500', [0, 99]],
    ['bytes=100-', 'none_of_it'],
    ['bytes=-0', 'none_of_it'],
    ['bytes=9-5', null],
    ['bytes=0-1,4-5', null],
    ['lines=1-2', null],
  ] as const)('%j of 100 bytes is %j', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });
});
