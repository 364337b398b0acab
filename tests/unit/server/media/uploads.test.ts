import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaRef } from '$lib/domain/story/media-ref';
import { FileAnswerSchema } from '$lib/protocol/media';
import { MAX_FILE_BYTES } from '$lib/domain/story/media-limits';
import { IDLE_MS, MAX_UNFINISHED_BYTES, UNNAMED_DAYS, UNFINISHED_DAYS } from '$lib/server/media/bounds';
import { removeUnnamed, tidyMedia } from '$lib/server/media/tidy';
import { aCollector, withSheffield } from '../../../fixtures/programmes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { accepted, aStory, idNumber } from '../../../fixtures/stories';
import {
  MEDIA,
  TONE,
  TONE_MP4,
  announced,
  begin,
  captureToken,
  picture,
  send,
  sha256,
  tus,
} from '../../../fixtures/uploads';

const PROGRAMME = 'sheffield-send';
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(NOON.getTime() + days * DAY_MS);

let here: ServicesUnderTest;
let token: string;
beforeEach(async () => {
  here = openTestServices();
  await withSheffield(here.services.store);
  token = await captureToken(here.services);
});
afterEach(() => here.close());

const pathOf = (hash: string) => join(here.services.settings.data, 'media', hash.slice(0, 2), hash);
const unfinished = () => readdirSync(join(here.services.settings.data, 'media', 'uploads'));
const refTo = (bytes: Uint8Array, kind: MediaRef['kind'] = 'voice'): MediaRef => ({
  sha256: sha256(bytes),
  kind,
  mime: 'audio/webm',
  bytes: bytes.length,
});
const tell = async (n: number, media: MediaRef[]) =>
  here.services.store.acceptStories([await accepted(aStory({ id: idNumber(n), media }))], here.services.now());

describe('a file that is sent in pieces', () => {
  it('is verified, lies under its hash, and is noted', async () => {
    const said = await send(here.services, token, TONE);
    expect(said.status).toBe(200);
    expect(FileAnswerSchema.parse(said.body)).toMatchObject({ outcome: 'stored', sha256: sha256(TONE) });
    expect(readFileSync(pathOf(sha256(TONE))).equals(TONE)).toBe(true);
    expect(unfinished()).toEqual([]);
    const noted = await here.services.store.mediaOf(PROGRAMME, sha256(TONE));
    expect(noted).toMatchObject({ kind: 'voice', mime: 'audio/webm', bytes: TONE.length, collector: 'K7M2QP' });
  });

  it('goes on where the line broke, also with a new token of the same collector', async () => {
    const begun = await begin(here.services, token, TONE.length, announced(TONE));
    const at = begun.headers.get('location') ?? '';
    expect(at).toMatch(/^\/api\/v1\/media\/[0-9a-f]{32}$/);
    const head = { 'upload-offset': '0' };
    await tus(here.services, 'PATCH', at, { token, headers: head, body: TONE.subarray(0, 700) });
    const fresh = await captureToken(here.services);
    const asked = await tus(here.services, 'HEAD', at, { token: fresh });
    expect(asked.headers.get('upload-offset')).toBe('700');
    const wrong = await tus(here.services, 'PATCH', at, { token, headers: head, body: TONE.subarray(0, 9) });
    expect(wrong).toMatchObject({ status: 409, body: { kind: 'conflict' } });
    const rest = { 'upload-offset': '700' };
    const said = await tus(here.services, 'PATCH', at, { token: fresh, headers: rest, body: TONE.subarray(700) });
    expect(said.body).toMatchObject({ outcome: 'stored' });
  });

  it('a second time is not sent again', async () => {
    await send(here.services, token, TONE);
    const again = await begin(here.services, token, TONE.length, announced(TONE));
    expect(again.status).toBe(200);
    expect(again.headers.has('location')).toBe(false);
    expect(FileAnswerSchema.parse(again.body).outcome).toBe('already');
  });

  it('is taken once when two devices send it at the same time', async () => {
    const sent = await Promise.all([send(here.services, token, TONE), send(here.services, token, TONE)]);
    expect(sent.map(({ body }) => body['outcome']).sort()).toEqual(['already', 'stored']);
    expect(unfinished()).toEqual([]);
  });

  it('whose last answer was lost is found whole when the device asks, and is not sent again', async () => {
    const begun = await begin(here.services, token, TONE.length, announced(TONE));
    const at = begun.headers.get('location') ?? '';
    // As after a crash between the last byte and the answer.
    const id = at.split('/').at(-1) ?? '';
    writeFileSync(join(here.services.settings.data, 'media', 'uploads', id), TONE);
    expect((await tus(here.services, 'HEAD', at, { token })).status).toBe(404);
    const again = await begin(here.services, token, TONE.length, announced(TONE));
    expect(again.body).toMatchObject({ outcome: 'already' });
  });

  it('that was changed on its way is refused and leaves nothing', async () => {
    const changed = TONE.slice();
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    const said = await send(here.services, token, changed, announced(TONE));
    expect(said).toMatchObject({ status: 422, body: { outcome: 'refused', reason: { kind: 'hash_differs' } } });
    expect(unfinished()).toEqual([]);
    expect(existsSync(pathOf(sha256(TONE)))).toBe(false);
    expect((await send(here.services, token, TONE)).body).toMatchObject({ outcome: 'stored' });
  });

  it('whose bytes are lost on the server is taken again', async () => {
    await send(here.services, token, TONE);
    rmSync(pathOf(sha256(TONE)));
    expect((await send(here.services, token, TONE)).body).toMatchObject({ outcome: 'already' });
    expect(readFileSync(pathOf(sha256(TONE))).equals(TONE)).toBe(true);
  });
});

describe('who may send', () => {
  it.each([
    ['nobody', () => null],
    ['a made-up token', () => 'x'.repeat(43)],
  ])('%s is told to come in first, whatever is asked', async (_, made) => {
    const begun = await begin(here.services, token, TONE.length, announced(TONE));
    const at = begun.headers.get('location') ?? '';
    expect(await begin(here.services, made(), TONE.length, announced(TONE))).toMatchObject({
      status: 401,
      body: { kind: 'token_not_valid' },
    });
    const body = TONE.subarray(0, 9);
    for (const method of ['HEAD', 'PATCH'] as const) {
      const headers = { 'upload-offset': '0' };
      const given = method === 'HEAD' ? { token: made() } : { token: made(), headers, body };
      expect((await tus(here.services, method, at, given)).status).toBe(401);
    }
  });

  it('another collector cannot see or go on with an upload', async () => {
    await here.services.store.createCollector(aCollector({ code: 'X9Y8ZW' }));
    const begun = await begin(here.services, token, TONE.length, announced(TONE));
    const other = await captureToken(here.services, 'X9Y8ZW');
    expect((await tus(here.services, 'HEAD', begun.headers.get('location') ?? '', { token: other })).status).toBe(404);
  });

  it('a revoked collector sends nothing more', async () => {
    await here.services.store.changeCollector('K7M2QP', () => aCollector({ revoked: true }));
    expect((await begin(here.services, token, TONE.length, announced(TONE))).status).toBe(401);
  });

  it('one token begins so many files and is then asked to wait', async () => {
    let said = await begin(here.services, token, 10, { sha256: 'no' });
    expect(said).toMatchObject({ status: 400, body: { kind: 'bad_request' } });
    for (let n = 0; n < 400 && said.status !== 429; n += 1)
      said = await begin(here.services, token, 10, { sha256: 'no' });
    expect(said).toMatchObject({ status: 429, body: { kind: 'too_many_tries' } });
    expect(Number(said.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('what is too much', () => {
  it.each([
    ['a recording over 8 MB', 8 * 1024 * 1024 + 1, {}, 'too_large'],
    ['a drawing that can run', 100, { kind: 'drawing', mime: 'image/svg+xml' }, 'wrong_type'],
  ] as const)('%s is refused before a byte is sent', async (_, bytes, changes, kind) => {
    const said = await begin(here.services, token, bytes, { ...announced(TONE), ...changes });
    expect([413, 422]).toContain(said.status);
    if (said.status === 422) expect(said.body).toMatchObject({ outcome: 'refused', reason: { kind } });
    else expect(said.body).toMatchObject({ kind: 'too_large' });
    expect(unfinished()).toEqual([]);
  });

  it('what is announced and never sent keeps others out for minutes, not for days', async () => {
    const most = MAX_FILE_BYTES.voice;
    for (let n = 0; n < Math.floor(MAX_UNFINISHED_BYTES / most); n += 1)
      expect((await begin(here.services, token, most, announced(TONE))).status).toBe(201);
    const other = await captureToken(here.services);
    expect(await begin(here.services, other, most, announced(TONE))).toMatchObject({ status: 503 });
    here.setNow(new Date(Date.now() + IDLE_MS + 1000)); // files are dated by the system
    expect((await begin(here.services, other, most, announced(TONE))).status).toBe(201);
    expect((await send(here.services, other, TONE)).body).toMatchObject({ outcome: 'stored' });
  });

  it('a photo may be smaller than a recording at most', async () => {
    const photo = { ...announced(TONE), kind: 'photo', mime: 'image/png' };
    expect(await begin(here.services, token, 6 * 1024 * 1024 + 1, photo)).toMatchObject({
      status: 422,
      body: { reason: { kind: 'too_large' } },
    });
  });

  it('more bytes than announced are not taken', async () => {
    const begun = await begin(here.services, token, 10, announced(TONE));
    const at = begun.headers.get('location') ?? '';
    const said = await tus(here.services, 'PATCH', at, { token, headers: { 'upload-offset': '0' }, body: TONE });
    expect(said.status).toBe(413);
  });

  it('no address below the uploads leads anywhere else', async () => {
    for (const path of [`${MEDIA}/..%2f..%2fsheaf.db`, `${MEDIA}/sheaf.db`, `${MEDIA}/%00`]) {
      expect((await tus(here.services, 'HEAD', path, { token })).status).toBe(404);
    }
  });
});

describe('files and stories find each other', () => {
  it('in whatever order stories and files come, how often each comes, and where the server begins again', async () => {
    const bytes = [TONE, await picture('png', '#111'), await picture('png', '#222')];
    const refs = bytes.map((one, i) => ({
      ...refTo(one, i === 0 ? 'voice' : 'photo'),
      mime: i === 0 ? 'audio/webm' : 'image/png',
    }));
    const stories: number[][] = [[0], [0, 1], [2, 2], []];
    let round = 0;
    const steps = fc.shuffledSubarray(
      [
        ...refs.map((_, i) => ({ file: i })),
        ...stories.map((_, i) => ({ story: i })),
        ...refs.map((_, i) => ({ file: i })),
        ...stories.map((_, i) => ({ story: i })),
      ],
      { minLength: 14, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(13), async (order, cut) => {
        await here.close();
        here = openTestServices();
        await withSheffield(here.services.store);
        token = await captureToken(here.services);
        round += 1;
        const files = new Set<number>();
        const told = new Set<number>();
        for (const [at, step] of order.entries()) {
          if ('file' in step) {
            const one = bytes[step.file];
            const ref = refs[step.file];
            if (one === undefined || ref === undefined) throw new Error('no such file');
            const { kind, mime } = ref;
            const said = await send(here.services, token, one, announced(one, { kind, mime }), 5000);
            expect(said.body['outcome']).toBe(files.has(step.file) ? 'already' : 'stored');
            files.add(step.file);
          } else {
            const named = (stories[step.story] ?? []).flatMap((i) => refs[i] ?? []);
            const [outcome] = await tell(step.story, named);
            expect(outcome?.outcome).toBe(told.has(step.story) ? 'already' : 'stored');
            told.add(step.story);
          }
          if (at === cut) await tidyMedia(here.services); // nothing is old enough to go
          for (const story of told) {
            const found = await here.services.store.filesOfStory(PROGRAMME, idNumber(story));
            const expected = [...new Set(stories[story])].filter((i) => files.has(i)).map((i) => refs[i]?.sha256);
            expect(found.map((file) => file.sha256).sort()).toEqual(expected.sort());
          }
        }
      }),
      { numRuns: 12, seed: 20261128 },
    );
    expect(round).toBe(12);
  }, 60_000);

  it('a story that was cleared before its recording came waits for a reading again; a worry about it stays', async () => {
    const { store } = here.services;
    const reading = { reader: 'r', at: NOON, note: null };
    for (const [n, outcome] of [
      [1, 'clear'],
      [2, 'concern'],
    ] as const) {
      await tell(n, [refTo(TONE)]);
      await store.recordReading(PROGRAMME, idNumber(n), { ...reading, outcome });
    }
    await tell(3, []);
    await store.recordReading(PROGRAMME, idNumber(3), { ...reading, outcome: 'clear' });
    const before = await store.revision(PROGRAMME);
    await send(here.services, token, TONE);
    const readings = [];
    for (const n of [1, 2, 3]) readings.push((await store.story(PROGRAMME, idNumber(n)))?.reading);
    expect(readings).toEqual(['unread', 'concern', 'clear']);
    expect(await store.revision(PROGRAMME)).not.toBe(before);
    await store.recordReading(PROGRAMME, idNumber(1), { ...reading, outcome: 'clear' });
    await send(here.services, token, TONE);
    expect((await store.story(PROGRAMME, idNumber(1)))?.reading).toBe('clear');
  });
});

describe('tidying', () => {
  it('removes a file that no story has named for some weeks, and no other', async () => {
    const named = await picture('png');
    await send(here.services, token, TONE);
    await send(here.services, token, named, announced(named, { kind: 'photo', mime: 'image/png' }));
    await tell(1, [{ ...refTo(named, 'photo'), mime: 'image/png' }]);
    // Days are counted as they come.
    for (const day of [1, UNNAMED_DAYS / 2, UNNAMED_DAYS - 1]) {
      here.setNow(later(day));
      expect(await tidyMedia(here.services)).toMatchObject({ unnamed: 0 });
    }
    here.setNow(later(UNNAMED_DAYS + 1));
    expect(await tidyMedia(here.services)).toMatchObject({ unnamed: 1 });
    expect(existsSync(pathOf(sha256(TONE)))).toBe(false);
    expect(existsSync(pathOf(sha256(named)))).toBe(true);
  });

  it('removes what a story that was taken back named alone, at once', async () => {
    await send(here.services, token, TONE);
    await tell(1, [refTo(TONE)]);
    expect(await removeUnnamed(here.services, PROGRAMME, sha256(TONE))).toBe(false);
    // Taking a story back removes its row; its links go with it.
    const db = here.services.accounts.db;
    await db.deleteFrom('stories').where('id', '=', idNumber(1)).execute();
    expect(await removeUnnamed(here.services, PROGRAMME, sha256(TONE))).toBe(true);
    expect(existsSync(pathOf(sha256(TONE)))).toBe(false);
  });

  it('removes bytes that a crash left without a note, once nobody can be writing them', async () => {
    const hash = 'ab'.repeat(32);
    mkdirSync(join(here.services.settings.data, 'media', 'ab'), { recursive: true });
    writeFileSync(pathOf(hash), 'stray');
    utimesSync(pathOf(hash), NOON, NOON);
    await send(here.services, token, TONE);
    here.setNow(later(0.5));
    expect(await tidyMedia(here.services)).toMatchObject({ strays: 0 });
    here.setNow(later(1.5));
    expect(await tidyMedia(here.services)).toMatchObject({ strays: 1 });
    expect(existsSync(pathOf(hash))).toBe(false);
    expect(existsSync(pathOf(sha256(TONE)))).toBe(true);
  });

  it('removes uploads that were not finished in time', async () => {
    await begin(here.services, token, TONE.length, announced(TONE));
    expect(await tidyMedia(here.services)).toMatchObject({ expired: 0 });
    here.setNow(new Date(Date.now() + (UNFINISHED_DAYS + 1) * DAY_MS)); // the protocol's server dates them itself
    expect(await tidyMedia(here.services)).toMatchObject({ expired: 1 });
    expect(unfinished()).toEqual([]);
  });
});

describe('what lies on the disk', () => {
  const installed = spawnSync('exiftool', ['-ver']).status === 0;

  /** Groups of tags that exiftool reports of the files in a folder, without those about the file itself. */
  const groupsIn = (folder: string) => {
    const out = execFileSync('exiftool', ['-r', '-ext', '*', '-json', '-G1', folder]).toString();
    const files = JSON.parse(out) as Record<string, unknown>[]; // exiftool's list of files
    const groups = new Set(files.flatMap((file) => Object.keys(file).map((key) => key.split(':')[0] ?? '')));
    const dates = files.flatMap((file) =>
      Object.entries(file).flatMap(([key, said]) => (/^(?!System:).*Date/.test(key) ? [String(said)] : [])),
    );
    return { files: files.length, groups: [...groups].sort(), dates };
  };

  it.skipIf(!installed)(
    'is how to play or show it and nothing else, as exiftool sees it (needs exiftool)',
    async () => {
      await send(here.services, token, TONE);
      await send(here.services, token, TONE_MP4, announced(TONE_MP4, { mime: 'audio/mp4' }));
      for (const format of ['png', 'jpeg', 'webp'] as const) {
        const bytes = await picture(format);
        await send(here.services, token, bytes, announced(bytes, { kind: 'photo', mime: `image/${format}` }));
      }
      const shown = [
        'Composite',
        'ExifTool',
        'File',
        'JFIF',
        'Matroska',
        'PNG',
        'PNG-pHYs',
        'QuickTime',
        'RIFF',
        'SourceFile',
        'System',
        'Track1',
      ];
      const found = groupsIn(join(here.services.settings.data, 'media'));
      expect(found.files).toBe(5);
      expect(found.groups.filter((group) => !shown.includes(group))).toEqual([]);
      expect(found.dates.filter((date) => !date.startsWith('0000'))).toEqual([]);

      // And it would have seen it.
      const place = { IFD3: { GPSLatitude: '53/1 22/1 0/1', GPSLatitudeRef: 'N' } };
      mkdirSync(join(here.services.settings.data, 'planted'));
      await sharp(await picture('webp'))
        .withExif(place)
        .webp()
        .toFile(join(here.services.settings.data, 'planted', 'p'));
      expect(groupsIn(join(here.services.settings.data, 'planted')).groups).toContain('GPS');
    },
  );

  it('the log holds no hash, no token and no address of an upload', async () => {
    await send(here.services, token, TONE);
    expect(here.logged.length).toBeGreaterThan(0);
    const log = here.logged.join('');
    expect(log).not.toContain(sha256(TONE));
    expect(log).not.toContain(token);
  });
});
