import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createKernel } from '$lib/columns/create-kernel';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import type { Tally } from '$lib/columns/kernel';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { readCaptures } from '$lib/interchange/sensemaker/read-captures';
import { readDefinition } from '$lib/interchange/sensemaker/read-definition';
import { sharedFile } from '../../../fixtures/shared-data';

const definitionFile = sharedFile('data/sensemaker/ADemo_Definition.json');
const capturesFile = sharedFile('data/sensemaker/ADemo_Data.csv');

/** Figures by a few plain lines straight from the CSV, knowing nothing of Sheaf's own reading. */
const rows =
  capturesFile === null
    ? []
    : Papa.parse<Record<string, string>>(readFileSync(capturesFile, 'utf8'), { header: true, skipEmptyLines: true })
        .data;
const filled = (column: string) => rows.filter((row) => row[column] !== '');
const naOf = (id: string) => rows.filter((row) => row[`${id}_NA`] === '1').length;
const ids = (suffix: RegExp) => [
  ...new Set(Object.keys(rows[0] ?? {}).flatMap((name) => suffix.exec(name)?.[1] ?? [])),
];
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const stones = ids(new RegExp(`^(${UUID}_${UUID})_percentX$`));
const triads = ids(new RegExp(`^(${UUID})_percentY$`));
const sliders = ids(new RegExp(`^(${UUID})_percentX$`)).filter((id) => !triads.includes(id));

/** Seven loci in the plane the vendor draws: x to the right, y in heights of the triangle. Nearest wins, first on a tie. */
const H = Math.sqrt(3) / 2;
const LOCI = [
  [0, 0],
  [1, 0],
  [0.5, 1],
  [0.5, 0],
  [0.25, 0.5],
  [0.75, 0.5],
  [0.5, 1 / 3],
]; // A left, B right, C top, AB, AC, BC, centre
function zoneCounts(id: string): number[] {
  const counts = LOCI.map(() => 0);
  for (const row of filled(`${id}_percentX`)) {
    const [x, y] = [Number(row[`${id}_percentX`]), Number(row[`${id}_percentY`]) * H];
    const far = LOCI.map(([lx = 0, ly = 0]) => Math.round(Math.hypot(x - lx, y - ly * H) * 1e9));
    const nearest = far.indexOf(Math.min(...far));
    counts[nearest] = (counts[nearest] ?? 0) + 1;
  }
  return counts;
}

describe.skipIf(definitionFile === null || capturesFile === null)('129 real captures', () => {
  async function imported() {
    const read = readDefinition(JSON.parse(readFileSync(definitionFile ?? '', 'utf8')));
    if (read.kind !== 'definition') throw new Error(read.reason);
    const into = { programme: 'ademo', collector: 'ABCDEF', sharing: null };
    const captures = await readCaptures(readFileSync(capturesFile ?? '', 'utf8'), read.definition, into);
    if (captures.kind !== 'captures') throw new Error(JSON.stringify(captures.problems));
    return { definition: read.definition, captures: captures.captures };
  }

  async function counted(): Promise<(id: string) => Tally> {
    const { definition, captures } = await imported();
    const programme = { ...SHEFFIELD_TRIAL, slug: 'ademo', areaSchemes: [] };
    const snapshotRows = captures.map(({ story }, serial) => ({
      serial,
      story,
      monthReceived: 540,
      readable: 0 as const,
      cluster: '',
    }));
    const { views } = createKernel(
      decodeSnapshot(encodeSnapshot(programme, definition.framework, snapshotRows)),
    ).select([]);
    return (id) => views.find((view) => view.view === id)?.everything ?? expect.unreachable(id);
  }

  test('all arrive, with 5 triads, 3 sliders and a canvas of 3 stones', async () => {
    const { definition, captures } = await imported();
    expect(captures).toHaveLength(129);
    const kinds = definition.framework.signifiers.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'triad')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'slider')).toHaveLength(3);
    expect(definition.framework.signifiers.find(({ kind }) => kind === 'stones')).toMatchObject({
      stones: { length: 3 },
    });
    expect([triads.length, sliders.length, stones.length]).toEqual([5, 3, 3]);
  });

  test('fall into the same triad zones as in the file', async () => {
    const tally = await counted();
    for (const id of triads) expect([id, tally(id).counts]).toEqual([id, zoneCounts(id)]);
  });

  test('keep not applicable and unanswered apart on every triad and slider', async () => {
    const tally = await counted();
    for (const id of [...triads, ...sliders]) {
      const answered = filled(`${id}_percentX`).length;
      const notApplicable = naOf(id);
      expect([id, tally(id).states]).toEqual([
        id,
        { answered, notApplicable, unanswered: 129 - answered - notApplicable, notAsked: 0 },
      ]);
    }
    // As the vendor's own description of this file has it.
    expect(
      sliders.map((id) => tally(id).states).map((s) => [s.answered, s.notApplicable, s.unanswered]),
    ).toContainEqual([98, 29, 2]);
  });

  test('have the same slider means as in the file', async () => {
    const { captures } = await imported();
    for (const id of sliders) {
      const there = filled(`${id}_percentX`).map((row) => Number(row[`${id}_percentX`]));
      const here = captures.flatMap(({ story }) => {
        const answer = story.answers[id];
        return answer?.state === 'answered' && answer.kind === 'slider' ? [answer.at] : [];
      });
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean(here)).toBeCloseTo(mean(there), 12);
    }
  });

  test('have as many stones placed and items chosen as in the file', async () => {
    const tally = await counted();
    for (const name of stones) {
      const [id = '', stone = ''] = name.split('_');
      expect(tally(id).stones.find((one) => one.stone === stone)?.placed).toBe(filled(`${name}_percentX`).length);
    }
    const feelings = ids(new RegExp(`^(${UUID})_${UUID}$`)).filter((id) => ![...triads, ...sliders].includes(id));
    expect(feelings).toHaveLength(1);
    const chosen = tally(feelings[0] ?? '').counts;
    const ticked = Object.keys(rows[0] ?? {})
      .filter((name) => name.startsWith(`${feelings[0]}_`))
      .map((name) => rows.filter((row) => row[name] === '1').length);
    expect([...chosen].sort()).toEqual(ticked.sort());
  });
});
