import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWithdrawalJournal } from '$lib/server/journal/withdrawal-journal';
import { openLog } from '$lib/server/log';
import { openServices } from '$lib/server/open-services';
import type { Services } from '$lib/server/services';
import { readSettings } from '$lib/server/settings';
import { withdraw } from '$lib/server/receipts/withdraw';
import { withSheffield } from '../../../fixtures/programmes';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';

const AT = new Date('2026-11-23T12:00:00.000Z');
const entry = (n: number) => ({ programme: 'sheffield-send', receipt: n.toString(16).padStart(64, '0'), at: AT });
let data: string;

beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'sheaf-journal-'))));
afterEach(() => rmSync(data, { recursive: true, force: true }));

async function open(): Promise<Services> {
  const read = readSettings({ SHEAF_DATA: data });
  if (read.kind !== 'settings') throw new Error(read.message);
  const opened = await openServices(read.settings, openLog({ logLevel: 'silent' }));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened.services;
}

describe('the journal of withdrawals', () => {
  it('keeps every entry in order, also of many at once, for our own eyes only', async () => {
    const journal = openWithdrawalJournal(data);
    expect(await journal.read()).toEqual({ entries: [], unreadable: 0 });
    await Promise.all([1, 2, 3, 4, 5].map((n) => journal.append(entry(n))));
    expect(await journal.read()).toEqual({ entries: [1, 2, 3, 4, 5].map(entry), unreadable: 0 });
    expect(statSync(join(data, 'journal/withdrawals.ndjson')).mode & 0o077).toBe(0);
    expect(statSync(join(data, 'journal')).mode & 0o077).toBe(0);
  });

  it('survives a line that was cut off, and writes on after it', async () => {
    const journal = openWithdrawalJournal(data);
    await journal.append(entry(1));
    appendFileSync(join(data, 'journal/withdrawals.ndjson'), '{"programme":"sheff');
    await journal.append(entry(2));
    expect(await journal.read()).toEqual({ entries: [1, 2].map(entry), unreadable: 1 });
  });

  it('takes a story back again from a database that was put back from a copy', async () => {
    let services = await open();
    await withSheffield(services.store);
    const [taken, kept] = [entry(1), entry(2)];
    const stories = await Promise.all([
      accepted(aStory(), { receipt: taken.receipt }),
      accepted(aStory({ id: idNumber(2) }), { receipt: kept.receipt }),
    ]);
    await services.store.acceptStories(stories, AT);
    await services.store.close();
    const copied = readdirSync(data).filter((name) => name.startsWith('sheaf.db'));
    const copy = mkdtempSync(join(tmpdir(), 'sheaf-copy-'));
    for (const name of copied) copyFileSync(join(data, name), join(copy, name));

    services = await open();
    const asked = { code: 'K7M2QP', receipt: taken.receipt, address: '192.0.2.1' };
    expect(await withdraw(services, asked, null)).toEqual({ kind: 'withdrawn' });
    expect(await services.store.countStories('sheffield-send')).toBe(1);
    await services.store.close();

    for (const name of readdirSync(data)) if (name.startsWith('sheaf.db')) rmSync(join(data, name));
    for (const name of copied) copyFileSync(join(copy, name), join(data, name));
    rmSync(copy, { recursive: true });
    expect(copied.some((name) => readFileSync(join(data, name)).includes(idNumber(1)))).toBe(true);

    services = await open();
    expect((await services.store.storiesOf('sheffield-send', 0, 10)).map(({ story }) => story.id)).toEqual([
      idNumber(2),
    ]);
    const [again] = await services.store.acceptStories([stories[0] ?? (await accepted(aStory()))], AT);
    expect(again).toMatchObject({ outcome: 'refused', reason: { kind: 'withdrawn' } });
    expect(await services.store.auditOf('sheffield-send', 5)).toMatchObject([{ action: 'story.withdrawn' }]);
    await services.store.close();
  });

  it('is heard also by a database from before its programme', async () => {
    await openWithdrawalJournal(data).append(entry(1));
    const services = await open();
    await withSheffield(services.store);
    const [outcome] = await services.store.acceptStories([await accepted(aStory(), { receipt: entry(1).receipt })], AT);
    expect(outcome).toMatchObject({ reason: { kind: 'withdrawn' } });
    await services.store.close();
  });
});
