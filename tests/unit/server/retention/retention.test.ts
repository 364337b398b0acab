import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { clockLine } from '$lib/server/doctor/examine-clock';
import { openLog } from '$lib/server/log';
import { mediaOf } from '$lib/server/media/media';
import { settleClock } from '$lib/server/retention/settle-clock';
import { tidyStories } from '$lib/server/retention/tidy-stories';
import { openServices } from '$lib/server/open-services';
import type { Services } from '$lib/server/services';
import { readSettings } from '$lib/server/settings';
import { newKeyFile } from '../../../fixtures/key-file';
import { newPostgres } from '../../../fixtures/postgres';
import { withSheffield } from '../../../fixtures/programmes';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { sha256 } from '../../../fixtures/uploads';

const SLUG = SHEFFIELD_TRIAL.slug;
/** The policy says 36 months. */
const TOLD = new Date('2026-11-23T12:00:00.000Z');
const DUE = new Date('2029-11-23T12:00:00.001Z');
const WORD = 'Quillwort';
const FILE = Buffer.from('a picture, say');

let data: string;
let services: Services;

async function open(now: Date): Promise<void> {
  const read = readSettings({ SHEAF_DATA: data });
  if (read.kind !== 'settings') throw new Error(read.message);
  const opened = await openServices(read.settings, openLog({ logLevel: 'silent' }));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  services = { ...opened.services, now: () => now };
}

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'sheaf-retention-'));
  await open(TOLD);
  await withSheffield(services.store);
});
afterEach(async () => {
  await services.store.close();
  rmSync(data, { recursive: true, force: true });
});

async function tell(n: number, at: Date, changes: Parameters<typeof aStory>[0] = {}): Promise<void> {
  await services.store.acceptStories([await accepted(aStory({ id: idNumber(n), ...changes }))], at);
}
const left = async () => (await services.store.storiesOf(SLUG, -1, 10)).map(({ story }) => story.id);
/** Meanwhile the server stood still, and somebody said so. */
async function later(now: Date): Promise<void> {
  jump(now);
  await settleClock(services, 'was_off');
}
const jump = (now: Date) => void (services = { ...services, now: () => now });

describe('what is kept as long as the policy says', () => {
  it('goes when its time is over by the clock of the server, whatever the device said', async () => {
    await tell(1, TOLD, { device: { clock: '2050-01-01T00:00:00.000Z', sequence: 1, secondsPerStep: {} } });
    await tell(2, new Date('2027-06-01T00:00:00.000Z'), {
      device: { clock: '1970-01-01T00:00:00.000Z', sequence: 2, secondsPerStep: {} },
    });
    await later(new Date(DUE.getTime() - 1));
    expect(await tidyStories(services)).toEqual([]);
    await later(DUE);
    expect(await tidyStories(services)).toEqual([{ programme: SLUG, erased: 1, restricted: 0 }]);
    expect(await left()).toEqual([idNumber(2)]);
    expect(await tidyStories(services)).toEqual([]);
  });

  it('holds for calls for help that were answered, by the day they were; those that wait stay', async () => {
    const { store } = services;
    const sealed = { key: 'k', programme: SLUG, enc: 'e', sealed: 'who' };
    const note = { ...sealed, sealed: WORD };
    for (const n of [1, 2, 3]) await store.addHelpCall(SLUG, { id: idNumber(n), at: TOLD, audience: 'child', sealed });
    await tidyStories(services);
    await store.answerHelpCall(SLUG, idNumber(1), { by: 'lead', at: TOLD, note });
    await store.answerHelpCall(SLUG, idNumber(2), { by: 'lead', at: DUE, note });
    await tell(1, TOLD);
    await later(new Date(TOLD.getTime() + 8 * 24 * 60 * 60 * 1000));
    await tidyStories(services);
    expect(holding()).not.toEqual([]);
    await later(DUE);
    expect(await tidyStories(services)).toEqual([{ programme: SLUG, erased: 1, restricted: 0, calls: 1 }]);
    expect((await store.answeredCallsOf(SLUG, 10)).map(({ id }) => id)).toEqual([idNumber(2)]);
    expect((await store.helpCallsOf(SLUG)).map(({ id }) => id)).toEqual([idNumber(3)]);
    const [entry] = (await store.auditOf(SLUG, 10)).filter(({ action }) => action === 'help.erased');
    expect(entry).toMatchObject({ actor: 'system', subject: 'retention: 1 call for help' });
  });

  it('holds for calls for help also where nobody has told a story', async () => {
    const { store } = services;
    const sealed = { key: 'k', programme: SLUG, enc: 'e', sealed: 'who' };
    await store.addHelpCall(SLUG, { id: idNumber(1), at: TOLD, audience: 'child', sealed });
    await tidyStories(services);
    await store.answerHelpCall(SLUG, idNumber(1), { by: 'lead', at: TOLD, note: sealed });
    await later(new Date(DUE.getTime() - 1));
    expect(await tidyStories(services)).toEqual([]);
    await later(DUE);
    expect(await tidyStories(services)).toEqual([{ programme: SLUG, erased: 0, restricted: 0, calls: 1 }]);
  });

  it('holds for no call for help that a clock dated back, where nothing is as old as that', async () => {
    const { store } = services;
    const sealed = { key: 'k', programme: SLUG, enc: 'e', sealed: 'who' };
    await store.addHelpCall(SLUG, { id: idNumber(1), at: TOLD, audience: 'child', sealed });
    await store.answerHelpCall(SLUG, idNumber(1), { by: 'lead', at: new Date(0), note: sealed });
    await settleClock(services, 'was_wrong');
    expect(await tidyStories(services)).toEqual([]);
    expect(await store.answeredCallsOf(SLUG, 10)).toHaveLength(1);
  });

  it('goes with its files, and leaves no trace of its words in the data folder', async () => {
    const media = [{ sha256: sha256(FILE), kind: 'drawing' as const, mime: 'image/png', bytes: FILE.length }];
    await tell(1, TOLD, { text: `${WORD} is a plant.`, media });
    const { files } = mediaOf(services);
    await files.keep(sha256(FILE), FILE);
    const kept = { programme: SLUG, sha256: sha256(FILE), kind: 'drawing' as const, mime: 'image/png' };
    await services.store.addMedia({ ...kept, bytes: FILE.length, collector: 'K7M2QP', receivedAt: TOLD });
    expect(holding()).not.toEqual([]);
    await later(DUE);
    await tidyStories(services);
    expect(await files.size(sha256(FILE))).toBeNull();
    expect(holding()).toEqual([]);
  });

  it('and what its teller took back, leaves no trace in the database’s own log after the next tidying', async () => {
    const receipt = 'c0ffee'.repeat(10) + 'c0de';
    await services.store.acceptStories([await accepted(aStory({ text: `${WORD} is a plant.` }), { receipt })], TOLD);
    await services.store.withdraw({ programme: SLUG, receipt, at: TOLD });
    expect(holding()).toEqual(['sheaf.db-wal']);
    expect(await tidyStories(services)).toEqual([]);
    expect(holding()).toEqual([]);
  });

  it('stays with the safeguarding role while a concern is open', async () => {
    await tell(1, TOLD);
    await tell(2, TOLD);
    const reading = { outcome: 'concern', reader: 'reader', at: TOLD, note: null } as const;
    await services.store.recordReading(SLUG, idNumber(1), reading);
    await later(DUE);
    expect(await tidyStories(services)).toEqual([{ programme: SLUG, erased: 1, restricted: 1 }]);
    expect(await left()).toEqual([]);
    expect(await services.store.queue(SLUG)).toMatchObject([{ story: { id: idNumber(1) }, withdrawn: true }]);
  });

  it('is no matter of imported or synthetic stories, whose dates come from a file', async () => {
    await tell(1, TOLD);
    await services.store.saveProgramme({ ...SHEFFIELD_TRIAL, origin: 'imported' });
    await later(DUE);
    expect(await tidyStories(services)).toEqual([]);
  });

  it('does not come back with a late retry, nor with a database from before, though it has no receipt', async () => {
    await tell(1, TOLD);
    await services.store.close();
    const copy = mkdtempSync(join(tmpdir(), 'sheaf-copy-'));
    const copied = readdirSync(data).filter((name) => name.startsWith('sheaf.db'));
    for (const name of copied) copyFileSync(join(data, name), join(copy, name));
    await open(DUE);
    await settleClock(services, 'was_off');
    await tidyStories(services);
    const [again] = await services.store.acceptStories([await accepted(aStory({ id: idNumber(1) }))], DUE);
    expect(again).toMatchObject({
      outcome: 'refused',
      reason: { message: expect.stringMatching(/kept as long as was promised/) as string },
    });
    await services.store.close();

    for (const name of readdirSync(data)) if (name.startsWith('sheaf.db')) rmSync(join(data, name));
    for (const name of copied) copyFileSync(join(copy, name), join(data, name));
    rmSync(copy, { recursive: true });
    await open(DUE);
    expect(await left()).toEqual([]);
    expect(await services.store.erased(SLUG, idNumber(1))).toBe(true);
  });
});

it('is erased in PostgreSQL too, where the log says once that the database is its own server’s matter', async () => {
  const { store, url } = await newPostgres(TOLD);
  await withSheffield(store);
  await store.acceptStories([await accepted(aStory())], TOLD);
  await store.close();
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-retention-'));
  const read = readSettings({
    SHEAF_DATA: join(folder, 'data'),
    DATABASE_URL: url,
    SHEAF_KEY_FILE: newKeyFile(folder),
  });
  if (read.kind !== 'settings') throw new Error(read.message);
  const logged: string[] = [];
  const opened = await openServices(read.settings, openLog(read.settings, { write: (line) => void logged.push(line) }));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const { services: there } = opened;
  expect(logged.filter((line) => line.includes('left to its own server'))).toHaveLength(1);
  const due = { ...there, now: () => DUE };
  expect(await tidyStories(due)).toEqual([]);
  await settleClock(due, 'was_off');
  expect(await tidyStories(due)).toEqual([{ programme: SLUG, erased: 1, restricted: 0 }]);
  expect(await there.store.countStories(SLUG)).toBe(0);
  expect(await there.journal.read()).toMatchObject({ entries: [{ story: idNumber(1), why: 'retention' }] });
  await there.store.close();
  rmSync(folder, { recursive: true });
});

describe('a clock that is wrong', () => {
  const YEARS_ON = new Date('2046-11-23T12:00:00.000Z');
  const YEARS_BACK = new Date('1986-11-23T12:00:00.000Z');
  const BEFORE = new Date('2026-12-03T12:00:00.000Z');
  const AFTER = new Date('2026-12-05T12:00:00.000Z');

  it('by years ahead erases nothing and writes nothing into the journal, on no day, until somebody says that it is right', async () => {
    await tell(1, TOLD);
    await tidyStories(services);
    for (let day = 0; day < 60; day += 1) {
      jump(new Date(YEARS_ON.getTime() + day * 24 * 60 * 60 * 1000));
      expect(await tidyStories(services)).toEqual([]);
    }
    expect(await left()).toEqual([idNumber(1)]);
    expect((await services.journal.read()).entries).toEqual([]);
    await settleClock(services, 'was_off');
    expect(await tidyStories(services)).toMatchObject([{ erased: 1 }]);
  });

  it('by years ahead when a database of an older version is opened first erases nothing either', async () => {
    await tell(1, TOLD);
    jump(YEARS_ON);
    expect(await tidyStories(services)).toEqual([]);
  });

  it('by decades back makes no story of that time look old afterwards', async () => {
    await tell(1, TOLD);
    await tidyStories(services);
    jump(BEFORE);
    await tidyStories(services);
    jump(YEARS_BACK);
    await tell(2, YEARS_BACK);
    expect(await tidyStories(services)).toEqual([]);
    jump(AFTER);
    expect(await tidyStories(services)).toEqual([]);
    await later(DUE);
    expect(await tidyStories(services)).toMatchObject([{ erased: 1 }]);
    expect(await left()).toEqual([idNumber(2)]);
    await later(new Date('2029-12-05T12:00:00.000Z'));
    expect(await tidyStories(services)).toMatchObject([{ erased: 1 }]);
  });

  it('by years ahead, and said to have been, keeps no story for years longer', async () => {
    await tell(1, TOLD);
    await tidyStories(services);
    jump(YEARS_ON);
    await tell(2, YEARS_ON);
    await tidyStories(services);
    jump(BEFORE);
    expect(await tidyStories(services)).toEqual([]);
    expect((await clockLine(services)).says).toMatch(/1 story is dated later than today.*--was-wrong/);
    await settleClock(services, 'was_wrong');
    expect(await clockLine(services)).toMatchObject({ state: 'fine' });
    expect(await services.store.auditOf(null, 1)).toMatchObject([{ subject: 'was_wrong: 1 story was dated ahead' }]);
    await later(new Date('2029-12-03T12:00:00.001Z'));
    expect(await tidyStories(services)).toMatchObject([{ erased: 2 }]);
  });

  it('and what somebody says of it while stories are tidied is not lost', async () => {
    await tell(1, TOLD);
    await tidyStories(services);
    jump(YEARS_ON);
    const { store } = services;
    const busy = {
      ...services,
      store: {
        ...store,
        storiesBefore: async (...asked: Parameters<typeof store.storiesBefore>) => {
          await settleClock(services, 'was_wrong');
          return store.storiesBefore(...asked);
        },
      },
    };
    expect(await tidyStories(busy)).toEqual([]);
    const { today, marks } = (await store.calendar()) ?? {};
    expect(today).toEqual(YEARS_ON);
    expect(marks?.[SLUG]).toEqual([{ on: YEARS_ON, serial: 0, founding: true }]);
    expect(await tidyStories(services)).toEqual([]);
  });

  it('is not suspected when days are first counted where nobody tells any more, as long as somebody is here', async () => {
    const now = new Date(DUE.getTime() + 24 * 60 * 60 * 1000);
    await tell(1, TOLD);
    await services.store.appendAudit({ at: DUE, actor: 'user-1', action: 'x', programme: SLUG, subject: null });
    jump(now);
    expect(await tidyStories(services)).toMatchObject([{ erased: 1 }]);
    expect(await clockLine(services)).toMatchObject({ state: 'fine' });
  });

  it('is suspected all the same when days are first counted, whatever the start has noted by it', async () => {
    await tell(1, TOLD);
    for (const actor of ['system', 'cli'])
      await services.store.appendAudit({ at: YEARS_ON, actor, action: 'x', programme: SLUG, subject: null });
    jump(YEARS_ON);
    expect(await tidyStories(services)).toEqual([]);
    expect(await clockLine(services)).toMatchObject({ state: 'look' });
  });

  it('from the first day makes no story look old once it is said that it was', async () => {
    jump(YEARS_BACK);
    await tidyStories(services);
    await tell(1, YEARS_BACK);
    jump(TOLD);
    expect(await tidyStories(services)).toEqual([]);
    await settleClock(services, 'was_wrong');
    expect(await tidyStories(services)).toEqual([]);
    await later(DUE);
    expect(await tidyStories(services)).toMatchObject([{ erased: 1 }]);
    expect(await services.store.auditOf(null, 1)).toMatchObject([{ action: 'stories.erased' }]);
  });
});

/** Files that hold the word. */
function holding(): string[] {
  return readdirSync(data).filter(
    (name) => name.startsWith('sheaf.db') && readFileSync(join(data, name)).includes(WORD),
  );
}
