import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '$lib/server/access/staff';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { RecordingListSchema } from '$lib/protocol/recordings';
import { keepRecording, removeRecording, type RecordingPlace } from '$lib/server/recordings/keep-recording';
import { recordingList } from '$lib/server/recordings/recording-lists';
import { recordingResponse } from '$lib/server/recordings/recording-response';
import { voicesPage, type VoicesPage } from '$lib/server/recordings/voices-page';
import { FRAMEWORK, withSheffield } from '../../../fixtures/programmes';
import { openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { mp3, ogg, webm } from './sounds';

const SLUG = SHEFFIELD_TRIAL.slug;
const ROMANI: RecordingPlace = { locale: 'rom', audience: 'child', key: 'signifiers.triad.right.stem' };
const STEWARD: Member = {
  id: 'steward-1',
  name: 'A steward',
  email: 'steward@example.org',
  programme: SHEFFIELD_TRIAL,
  roles: ['steward'],
};

let here: ServicesUnderTest;
beforeEach(async () => {
  here = openTestServices();
  await withSheffield(here.services.store);
});
afterEach(() => here.close());

const keep = (place = ROMANI, bytes = mp3()) => keepRecording(here.services, STEWARD, place, bytes);
const files = () => {
  const folder = join(here.services.settings.data, 'recordings');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const exchanged = async () => {
  const answer = await exchangeCode(here.services, 'K7M2QP', '192.0.2.1');
  if (answer.kind !== 'exchanged') throw new Error(answer.problem);
  return answer.response.collector;
};

describe('a recording', () => {
  it('is told to devices, listed by its text and heard by anybody', async () => {
    expect((await exchanged()).recordings).toBeUndefined();
    expect(await keep()).toEqual({ kind: 'kept' });
    const offers = (await exchanged()).recordings ?? [];
    expect(offers).toEqual([
      { locale: 'rom', audience: 'child', stamp: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
    ]);
    const found = await recordingList(here.services.store, SLUG, FRAMEWORK, 'child', 'rom');
    expect(found?.stamp).toBe(offers[0]?.stamp);
    const hash = RecordingListSchema.parse(found?.list).texts[ROMANI.key] ?? '';
    const response = await recordingResponse(here.services, SLUG, hash, null);
    expect(Buffer.from(await response.arrayBuffer()).equals(mp3())).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/mpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });

  it('is given in parts where a browser asks for parts', async () => {
    await keep();
    const [file = ''] = files();
    const part = await recordingResponse(here.services, SLUG, file, 'bytes=0-1');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-1/${mp3().length}`]);
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([0xff, 0xfb]);
    expect((await recordingResponse(here.services, SLUG, file, 'bytes=9-1')).status).toBe(200);
  });

  it.each(['0'.repeat(64), '../sheaf.db', 'x'])('of the name %s is not there', async (name) => {
    await keep();
    expect((await recordingResponse(here.services, SLUG, name, null)).status).toBe(404);
  });

  it('of another programme is not there', async () => {
    await keep();
    expect((await recordingResponse(here.services, 'another', files()[0] ?? '', null)).status).toBe(404);
  });

  it('takes the place of the one before it, whose file goes', async () => {
    await keep();
    const before = files();
    await keep(ROMANI, webm());
    expect(files()).toHaveLength(1);
    expect(files()).not.toEqual(before);
  });

  it('is deleted with its file, unless another text is spoken by the same', async () => {
    await keep();
    await keep({ ...ROMANI, audience: 'youth' });
    expect(await removeRecording(here.services, STEWARD, ROMANI)).toBe(true);
    expect(files()).toHaveLength(1);
    await removeRecording(here.services, STEWARD, { ...ROMANI, audience: 'youth' });
    expect(files()).toEqual([]);
    expect(await removeRecording(here.services, STEWARD, ROMANI)).toBe(false);
    expect((await exchanged()).recordings).toBeUndefined();
  });

  it('is written down in the record, without its words', async () => {
    await keep();
    await removeRecording(here.services, STEWARD, ROMANI);
    const entries = await here.services.store.auditOf(SLUG, 2);
    expect(entries.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
      ['recording.removed', 'steward-1', 'rom/child/signifiers.triad.right.stem'],
      ['recording.kept', 'steward-1', 'rom/child/signifiers.triad.right.stem'],
    ]);
  });

  it('of a text that is not there, or that is no sound, leaves nothing', async () => {
    expect(await keep({ ...ROMANI, key: 'signifiers.nothing.stem' })).toEqual({ kind: 'no_such_text' });
    expect(await keep(ROMANI, ogg({ comment: 'ARTIST=Sam' }))).toEqual({ kind: 'has_tags' });
    expect(files()).toEqual([]);
    expect(await here.services.store.recordingsOf(SLUG)).toEqual([]);
  });

  it('is not heard for other words under the same key', async () => {
    await keep();
    const changed = structuredClone(FRAMEWORK);
    const triad = changed.signifiers.find(({ id }) => id === 'triad.right');
    if (triad === undefined) throw new Error('no triad');
    triad.stem = { ...triad.stem, child: 'Something else is asked now.' };
    await here.services.store.publishFramework({ ...changed, version: FRAMEWORK.version + 1 });
    const newer = await recordingList(
      here.services.store,
      SLUG,
      { id: FRAMEWORK.id, version: FRAMEWORK.version + 1 },
      'child',
      'rom',
    );
    expect(newer?.list.texts).toEqual({});
    expect((await exchanged()).recordings).toBeUndefined();
  });
});

describe('the page of voices', () => {
  const asked = (language: string, audience: string, show: string | null = null) => ({ language, audience, show });
  const textsOn = ({ screens }: VoicesPage) => screens.flatMap(({ texts }) => texts);

  it('puts together what stands on one screen, in the order of a telling', async () => {
    const { screens } = await voicesPage(here.services, SHEFFIELD_TRIAL, asked('en-GB', 'child'));
    expect(screens[0]).toMatchObject({ area: 'consent', head: 'This page is for your mum, dad or carer' });
    const triad = screens.find(({ id }) => id === 'signifiers.triad.right');
    expect(triad?.head).toMatch(/^What made the biggest difference/);
    expect(triad?.texts.every(({ key }) => key.startsWith('signifiers.triad.right.'))).toBe(true);
    expect(new Set(screens.map(({ id }) => id)).size).toBe(screens.length);
    expect(screens.every(({ texts }) => texts.length < 40)).toBe(true);
  });

  it('counts what is spoken in each language, names English once, and can leave out what is there', async () => {
    await keep();
    const all = await voicesPage(here.services, SHEFFIELD_TRIAL, asked('rom', 'child'));
    expect(all.languages.filter(({ locale }) => locale.startsWith('en')).map(({ locale }) => locale)).toEqual([
      'en-GB',
    ]);
    expect(all.languages.find(({ locale }) => locale === 'rom')?.spoken).toBe(1);
    expect(all.languages.find(({ locale }) => locale === 'ar')?.spoken).toBe(0);
    const missing = await voicesPage(here.services, SHEFFIELD_TRIAL, asked('rom', 'child', 'missing'));
    expect(textsOn(missing)).toHaveLength(textsOn(all).length - 1);
    expect(missing.languages).toEqual(all.languages);
  });

  it('lists the texts an audience is shown, with what is spoken of them', async () => {
    await keep();
    const page = await voicesPage(here.services, SHEFFIELD_TRIAL, asked('rom', 'child'));
    expect([page.locale, page.audience, page.written]).toEqual(['rom', 'child', false]);
    expect(textsOn(page).length).toBeGreaterThan(50);
    const [spoken, ...others] = textsOn(page).filter(({ recording }) => recording !== null);
    expect([spoken?.key, others]).toEqual([ROMANI.key, []]);
  });

  it('shows the words of a translation beside the framework, and keeps what is spoken of them', async () => {
    const place = { ...ROMANI, locale: 'ar' };
    await keep(place);
    const page = await voicesPage(here.services, SHEFFIELD_TRIAL, asked('ar', 'child'));
    expect(page.written).toBe(true);
    const shown = textsOn(page).find(({ key }) => key === ROMANI.key);
    expect(shown?.text).toMatch(/^[^a-z]*[\u0600-\u06ff]/i);
    expect(shown?.recording?.stale).toBe(false);
    const heard = await recordingList(here.services.store, SLUG, FRAMEWORK, 'child', 'ar');
    expect(Object.keys(heard?.list.texts ?? {})).toEqual([ROMANI.key]);
  });

  it.each([
    ['', ''],
    ['<script>', 'grown-up'],
  ])('passes over a language and an audience that do not exist (%j, %j)', async (language, audience) => {
    const page = await voicesPage(here.services, SHEFFIELD_TRIAL, asked(language, audience));
    expect([page.locale, page.audience]).toEqual(['en-GB', 'child']);
  });
});
