import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Capture } from '$lib/interchange/sensemaker/capture';
import { readCaptures } from '$lib/interchange/sensemaker/read-captures';
import { readDefinition, type Definition } from '$lib/interchange/sensemaker/read-definition';
import { contentHash } from '$lib/domain/story/content-hash';

const FOLDER = 'tests/fixtures/sensemaker';
const csv = readFileSync(`${FOLDER}/captures.csv`, 'utf8');
const into = { programme: 'allotment', collector: 'ABCDEF', sharing: null };

function definition(): Definition {
  const read = readDefinition(JSON.parse(readFileSync(`${FOLDER}/sectioned.definition.json`, 'utf8')));
  if (read.kind !== 'definition') throw new Error(read.reason);
  return read.definition;
}

async function captures(text: string): Promise<readonly Capture[]> {
  const read = await readCaptures(text, definition(), into);
  if (read.kind !== 'captures') throw new Error(JSON.stringify(read.problems));
  return read.captures;
}

describe('SenseMaker captures', () => {
  test('become stories with their answers in three states', async () => {
    const [first, second, third, fourth] = (await captures(csv)).map(({ story }) => story);
    expect(first?.text).toBe('The beans came up\nall at once.');
    expect(first?.answers).toEqual({
      headline: { kind: 'text', state: 'answered', text: 'Beans!' },
      effort: { kind: 'triad', state: 'answered', at: { a: 0, b: 0, c: 1 }, method: 'import' },
      tools: {
        kind: 'stones',
        state: 'answered',
        stones: {
          spade: { state: 'placed', x: 0.25, y: 0.75, method: 'import' },
          hoe: { state: 'placed', x: 0.5, y: 0.5, method: 'import' },
        },
      },
      pace: { kind: 'slider', state: 'answered', at: 0.2, method: 'import' },
      weather: { kind: 'choice', state: 'answered', chosen: ['sun'] },
      crops: { kind: 'choice', state: 'answered', chosen: ['beans', 'kale'] },
    });
    expect(second?.answers).toMatchObject({
      headline: { state: 'unanswered' },
      effort: { at: { a: 1, b: 0, c: 0 } },
      tools: { stones: { hoe: { x: 0, y: 1 } } },
      pace: { state: 'not_applicable' },
      weather: { state: 'unanswered' },
      crops: { state: 'unanswered' },
    });
    expect(third).toMatchObject({ locale: 'cy', answers: { effort: { at: { a: 0, b: 0.5, c: 0.5 } } } });
    expect(fourth).toMatchObject({
      text: null,
      answers: {
        effort: { state: 'not_applicable' },
        pace: { state: 'unanswered' },
        weather: { state: 'not_applicable' },
      },
    });
  });

  test('keep the month of the upload and nothing of devices, times on the device or places', async () => {
    const [first] = await captures(csv);
    expect(first?.receivedAt.toISOString()).toBe('2025-11-01T10:00:00.000Z');
    expect(JSON.stringify(first?.story)).not.toMatch(/53\.38|green|c1"/);
  });

  test('count as dots, agreed to elsewhere, told by placements that were imported', async () => {
    const [first] = await captures(csv);
    expect(first?.story).toMatchObject({ sharing: null, session: null, consent: [{ text: 'import@sensemaker' }] });
  });

  test('are the very same stories when they are read again, in another order', async () => {
    const hashes = async (text: string) =>
      new Set(await Promise.all((await captures(text)).map(({ story }) => contentHash(story))));
    const [header = '', ...records] = csv.replace('all at once', 'all at once').split(/\r\n(?=")/);
    const turned = [header, ...records.map((record) => record.trimEnd()).reverse()].join('\r\n');
    expect(await hashes(turned)).toEqual(await hashes(csv));
  });

  test('name columns that belong to nothing, and what was left out on purpose', async () => {
    const read = await readCaptures(csv, definition(), into);
    expect(read.kind === 'captures' && read.notes).toEqual([
      'left out on purpose, no pattern needs them: version, definition_version, responder_id, meta_started, meta_started_location_latitude',
      'the column picture belongs to nothing in the definition: left out',
      'the column colour_of_shed belongs to nothing in the definition: left out',
    ]);
  });

  test('keep an item that the definition no longer has, and a hair outside the triangle, and say so', async () => {
    const odd = await readCaptures(
      spoilt('c1', 'weather', 'hail').replace('0.5,1,1,0,0', '0.5,1,1.0004,0,-0.0004'),
      definition(),
      into,
    );
    if (odd.kind !== 'captures') throw new Error(JSON.stringify(odd.problems));
    expect(odd.captures[0]?.story.answers).toMatchObject({
      weather: { chosen: ['hail'] },
      effort: { at: { a: 0, b: 0, c: 1 } },
    });
    expect(odd.notes.slice(-2)).toEqual([
      '“It grew because of…”: positions just outside the triangle, put on its edge: 1',
      '“The weather”, row 2: the definition has no item hail; kept under that name',
    ]);
  });

  test.each([
    ['a word where a number belongs', 'c3', 'effort_soil', 'a lot', /“a lot” is not a number/],
    ['a word in a column that says the same again', 'c3', 'effort_percentX', 'a lot', /“a lot” is not a number/],
    ['a position that its own parts contradict', 'c3', 'effort_percentY', '0.9', /another place/],
    ['a slider that its own ends contradict', 'c1', 'pace_fast', '0.7', /another place/],
    ['percentages', 'c1', 'pace_percentX', '20', /not between 0 and 1/],
    ['parts that do not sum to one', 'c3', 'effort_luck', '0.1', /sum to 0\.6000/],
    ['a part without its neighbours', 'c4', 'effort_luck', '0.1', /empty beside/],
    ['half a stone', 'c2', 'tools_spade_percentX', '0.4', /empty beside/],
    ['words where an item belongs', 'c1', 'weather', 'hail and snow', /“hail and snow” is none of its items/],
    ['a tick that is no tick', 'c1', 'crops_leeks', 'yes', /neither 1 nor empty/],
    ['an answer that is also not applicable', 'c1', 'effort_NA', '1', /not applicable, but/],
    ['no id', 'c2', 'id', '', /is empty/],
    ['an id twice', 'c2', 'id', 'c1', /stands in row 2 already/],
    ['another framework', 'c1', 'project_id', 'other', /another framework/],
    ['no upload time', 'c1', 'server_upload_time', '', /is empty/],
    ['a date for an upload time', 'c1', 'server_upload_time', '2025-11-01', /not a time in milliseconds/],
    ['a story that is too long', 'c1', 'story', 'x'.repeat(20_001), /20001 characters long; 20000/],
  ])('with %s are refused whole, with row and column', async (_name, record, column, value, reason) => {
    const read = await readCaptures(spoilt(record, column, value), definition(), into);
    if (read.kind !== 'malformed') throw new Error('it was read');
    const rows: Record<string, number> = { c1: 2, c2: 3, c3: 4, c4: 5 };
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]?.row).toBe(rows[record]);
    expect(`${read.problems[0]?.column} ${read.problems[0]?.reason}`).toMatch(reason);
  });

  test.each([
    ['a file of something else', 'a,b\n1,2\n', /missing/],
    ['a record with too many fields', `${csv.trimEnd()},1,2,3\r\n`, /fields/i],
    ['a quote that is never closed', csv.slice(0, csv.lastIndexOf('"')), /quote|fields/i],
  ])('of %s are refused', async (_name, text, reason) => {
    const read = await readCaptures(text, definition(), into);
    expect(read.kind === 'malformed' && read.problems.map((problem) => problem.reason).join()).toMatch(reason);
  });
});

/** The fixture with one cell changed. */
function spoilt(record: string, column: string, value: string): string {
  const lines = csv.split(/\r\n/);
  const [header = ''] = lines;
  const at = header.replace('\ufeff', '').split(',').indexOf(`"${column}"`);
  return lines
    .map((line) => {
      if (!line.startsWith(`"${record}"`)) return line;
      const cells = line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,)|(?<=,)$/g) ?? [];
      return cells.map((old, i) => (i === at ? `"${value}"` : old)).join(',');
    })
    .join('\r\n');
}
