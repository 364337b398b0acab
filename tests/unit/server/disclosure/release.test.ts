import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { performOperation } from '$lib/server/admin/operation';
import { currentRelease } from '$lib/server/disclosure/current-release';
import { OPERATIONS } from '$lib/server/operations/all';
import { openSqliteStore } from '$lib/server/store/sqlite/open';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Programme } from '$lib/domain/programme/programme';
import type { Release } from '$lib/protocol/release';
import { FRAMEWORK, withSheffield } from '../../../fixtures/programmes';
import { openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';

const SLUG = SHEFFIELD_TRIAL.slug;
let under: ServicesUnderTest;
let told = 0;

beforeEach(async () => {
  under = openTestServices();
  told = 0;
  await withSheffield(under.services.store);
});
afterEach(() => under.close());

const at = (day: string): Date => new Date(`${day}T10:00:00.000Z`);

/** Stories of one day in a place, four to a session. */
async function tell(count: number, area: string, day: string, audience: 'child' | 'family' = 'family'): Promise<void> {
  const batch = [];
  for (let i = 0; i < count; i += 1) {
    told += 1;
    const story = aStory({
      id: idNumber(told),
      audience,
      session: `${area}-${day}-${Math.floor(i / 4)}`,
      about: { places: { lac: { area, basis: 'teller' } }, questions: {} },
    });
    batch.push(await accepted(story, { receivedAt: at(day) }));
  }
  await under.services.store.acceptStories(batch, at(day));
}

async function release(today: string, programme: Programme = SHEFFIELD_TRIAL) {
  under.setNow(at(today));
  return currentRelease(under.services, programme, FRAMEWORK);
}

function figures(of: Release | null, table: string): Record<string, number | string | null> {
  const found = of?.tables.find(({ id }) => id === table);
  return Object.fromEntries(
    found?.lines.map(({ id }, line) => {
      const figure = found.figures[line]?.[0] ?? null;
      return [id, figure === null ? null : `${figure.stories} ${figure.since}`];
    }) ?? [],
  );
}

describe('a release', () => {
  it('is not made before enough stories of enough gatherings were received in a past quarter', async () => {
    await tell(8, 'north', '2026-09-01');
    await tell(40, 'north', '2026-10-03');
    expect(await release('2026-10-05')).toEqual({ release: null, hash: null, next: '2027-01-01' });
  });

  it('holds what came before its quarter, rounded, by place, with few and none held back alike', async () => {
    await tell(43, 'north', '2026-08-03');
    await tell(31, 'east', '2026-08-10');
    await tell(27, 'south', '2026-08-17');
    await tell(4, 'central', '2026-08-24');
    await tell(60, 'north', '2026-10-02');
    const { release: made } = await release('2026-11-05');
    expect([made?.quarter, made?.before, made?.stories, made?.k]).toEqual(['2026-Q4', '2026-10-01', 105, 10]);
    const places = figures(made, '_place');
    expect(places).toMatchObject({ north: '45 2026-Q4', central: null, south_east: null });
    expect(JSON.stringify(made)).not.toMatch(/"stories":(0|4|43|31|27)\b/);
  });

  it('stays what it is through new stories, restarts and another look, until the next quarter', async () => {
    await tell(43, 'north', '2026-08-03');
    const first = await release('2026-10-05');
    await tell(40, 'north', '2026-10-06');
    await tell(40, 'north', '2026-09-29');
    expect(await release('2026-12-30')).toEqual(first);
    await under.services.store.close();
    const opened = openSqliteStore(under.services.settings.data, at('2026-12-31'));
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const again = await currentRelease(
      { store: opened.store, now: () => at('2026-12-31') },
      SHEFFIELD_TRIAL,
      FRAMEWORK,
    );
    expect(again).toEqual(first);
    const audit = await opened.store.auditOf(SLUG, 10);
    expect(audit.filter(({ action }) => action === 'release.made')).toHaveLength(1);
    await opened.store.close();
    under = openTestServices();
  });

  it('is made once when many ask at the same time', async () => {
    await tell(43, 'north', '2026-08-03');
    under.setNow(at('2026-10-05'));
    const asked = Array.from({ length: 5 }, () => currentRelease(under.services, SHEFFIELD_TRIAL, FRAMEWORK));
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ hash }) => hash)).size).toBe(1);
    expect(await under.services.store.releases(SLUG)).toHaveLength(1);
  });

  it('waits for k new stories even when the quarter is over', async () => {
    await tell(43, 'north', '2026-08-03');
    const first = await release('2026-10-05');
    await tell(9, 'north', '2026-11-05');
    expect((await release('2027-01-05')).hash).toBe(first.hash);
    await tell(4, 'north', '2026-12-05');
    const next = await release('2027-01-06');
    expect(next.release?.quarter).toBe('2027-Q1');
  });

  it('keeps the old figure of a place to which three stories came; the rounding of seven others hides the three', async () => {
    const areas = ['north', 'north_east', 'east', 'south', 'south_east', 'south_west', 'central', 'outside'];
    for (const area of areas) await tell(40, area, '2026-08-03');
    await release('2026-10-05');
    for (const area of areas) await tell(area === 'central' ? 3 : 20, area, '2026-11-02');
    const places = figures((await release('2027-01-05')).release, '_place');
    expect(places).toEqual({
      ...Object.fromEntries(areas.slice(0, 6).map((area) => [area, '60 2027-Q1'])),
      central: '40 2026-Q4',
      elsewhere: '60 2027-Q1',
    });
  });

  it('holds one of the others back as well where the whole less the rest would leave the three', async () => {
    const areas = ['north', 'east', 'south', 'central'];
    for (const area of areas) await tell(40, area, '2026-08-03');
    await release('2026-10-05');
    for (const area of areas) await tell(area === 'central' ? 3 : 20, area, '2026-11-02');
    const places = figures((await release('2027-01-05')).release, '_place');
    expect(places['central']).toBe('40 2026-Q4');
    expect(areas.filter((area) => places[area] === '60 2027-Q1')).toHaveLength(2);
  });

  it('counts each quarter once: its figure stays the one of the release that first gave it', async () => {
    await tell(43, 'north', '2026-05-03');
    await tell(5, 'north', '2026-08-03');
    await tell(12, 'north', '2026-08-10');
    await release('2026-10-05');
    await tell(50, 'north', '2026-11-03');
    const { release: next } = await release('2027-01-05');
    expect(figures(next, '_quarter')).toEqual({
      '2026-Q2': '45 2026-Q4',
      '2026-Q3': '15 2026-Q4',
      '2026-Q4': '50 2027-Q1',
    });
  });

  it('gives no places any more once they were redrawn, nor in another scheme', async () => {
    await tell(43, 'north', '2026-08-03');
    expect((await release('2026-10-05')).release?.places?.scheme).toBe('lac');
    await tell(43, 'north', '2026-11-03');
    const [lac, ...rest] = SHEFFIELD_TRIAL.areaSchemes;
    if (lac === undefined) throw new Error('Sheffield has places');
    const redrawn = { ...SHEFFIELD_TRIAL, areaSchemes: [{ ...lac, areas: lac.areas.slice(1) }, ...rest] };
    const { release: next } = await release('2027-01-05', redrawn);
    expect([next?.quarter, next?.places]).toEqual(['2027-Q1', null]);
    expect(next?.tables.every(({ figures }) => figures.every((line) => line.length === 1))).toBe(true);
    await tell(43, 'north', '2027-02-03');
    const other = { ...SHEFFIELD_TRIAL, areaSchemes: [{ ...lac, id: 'other' }, ...rest] };
    expect((await release('2027-04-05', other)).release?.places).toBeNull();
  });

  it('has no table of a special reach question, of stones or of words, and no multiple of anything but 5', async () => {
    await performOperation(OPERATIONS, under.services, 'demo', { stories: 1500, seed: '7' });
    const programme = await under.services.store.programme('synthetic-1500-7');
    if (programme === null) throw new Error('the demonstration was not made');
    under.setNow(at('2026-11-05'));
    const { release: made } = await currentRelease(under.services, programme, FRAMEWORK);
    const ids = made?.tables.map(({ id }) => id) ?? [];
    expect(ids).toEqual(
      expect.arrayContaining(['_place', '_audience', '_quarter', 'demo.role', 'triad.right', 'mcq.feel']),
    );
    const barred = FRAMEWORK.signifiers.filter(({ kind }) => kind === 'stones' || kind === 'text').map(({ id }) => id);
    expect(ids.filter((id) => barred.includes(id) || id === 'demo.background' || id === 'demo.age')).toEqual([]);
    const shown = made?.tables.flatMap((table) => table.figures.flat(2)).flatMap((figure) => figure ?? []) ?? [];
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.every(({ stories }) => stories % 5 === 0 && stories >= 10)).toBe(true);
  }, 60_000);
});
