import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { safeCell, wordsOfCell } from '$lib/interchange/csv/safe-cell';
import { csvHeader, csvMeanings, csvRow, storyColumns } from '$lib/interchange/csv/story-columns';
import type { FrameworkSignifier } from '$lib/domain/framework/framework';
import type { Answer } from '$lib/domain/signifier/answer';
import { effectiveSharing, type Story } from '$lib/domain/story/story';
import { framework, programme, storyArbitrary } from '../../../fixtures/story-arbitrary';

const columns = storyColumns(framework, programme.areaSchemes);
type Cells = Record<string, string>;

function written(stories: readonly Story[], readable = true): Cells[] {
  const rows = stories.map((story, serial) =>
    csvRow(columns, { serial, month: '2026-11', cluster: 0, readable, story }),
  );
  const read = Papa.parse<Cells>(csvHeader(columns) + rows.join(''), { header: true, skipEmptyLines: true });
  expect(read.errors).toEqual([]);
  return read.data;
}

/** An answer read back from the cells of its signifier, method and all. */
function answerFrom(cells: Cells, signifier: FrameworkSignifier): unknown {
  const { id } = signifier;
  const number = (name: string) => Number(cells[name]);
  if (cells[`${id}.state`] !== 'answered') return cells[`${id}.state`] || undefined;
  switch (signifier.kind) {
    case 'triad':
      return [...signifier.labels.map((label) => number(`${id}.${label.id}`)), cells[`${id}.method`]];
    case 'slider':
      return [number(id), cells[`${id}.method`]];
    case 'stones':
      return signifier.stones.map(({ id: stone }) => {
        const state = cells[`${id}.${stone}.state`];
        return state === 'placed' ? [number(`${id}.${stone}.x`), number(`${id}.${stone}.y`)] : state;
      });
    case 'choice':
      if (signifier.maxChosen === 1) return [cells[id]];
      return signifier.options.map((option) => option.id).filter((option) => cells[`${id}.${option}`] === '1');
    case 'text':
      return wordsOfCell(cells[id] ?? '');
    case 'number':
      return number(id);
  }
}

function told(answer: Answer | undefined, signifier: FrameworkSignifier): unknown {
  if (answer?.state !== 'answered') return answer?.state;
  switch (answer.kind) {
    case 'triad':
      return [answer.at.a, answer.at.b, answer.at.c, answer.method];
    case 'slider':
      return [answer.at, answer.method];
    case 'stones':
      return (signifier.kind === 'stones' ? signifier.stones : []).map(({ id }) => {
        const stone = answer.stones[id];
        return stone?.state === 'placed' ? [stone.x, stone.y] : (stone?.state ?? '');
      });
    case 'choice':
      return answer.chosen;
    case 'text':
      return answer.text;
    case 'number':
      return answer.value;
  }
}

describe('stories as CSV', () => {
  test('give back every answer, its state and its method', () => {
    fc.assert(
      fc.property(fc.array(storyArbitrary, { minLength: 1, maxLength: 4 }), (stories) => {
        const rows = written(stories);
        expect(rows).toHaveLength(stories.length);
        stories.forEach((story, i) => {
          const cells = rows[i] ?? {};
          for (const one of framework.signifiers)
            expect([one.id, answerFrom(cells, one)]).toEqual([one.id, told(story.answers[one.id], one)]);
          for (const one of framework.questions.filter(({ reach }) => reach !== true))
            expect([one.id, answerFrom(cells, one)]).toEqual([one.id, told(story.about.questions[one.id], one)]);
          expect(wordsOfCell(cells['text'] ?? '')).toBe(story.text ?? '');
          expect(cells['sharing']).toBe(effectiveSharing(story));
          for (const { id } of programme.areaSchemes)
            expect(cells[`place.${id}`]).toBe(story.about.places[id]?.area ?? '');
        });
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('hold no words of a story that is not cleared and shared', () => {
    fc.assert(
      fc.property(storyArbitrary, (story) => {
        const open: Answer = { kind: 'text', state: 'answered', text: 'private words' };
        const [cells = {}] = written(
          [
            {
              ...story,
              title: 'private title',
              text: 'private words',
              symbols: ['private'],
              helper: { who: 'school', expressed: ['eyes'], view: 'private view' },
              answers: { 'open.small': open },
            },
          ],
          false,
        );
        expect(JSON.stringify(cells)).not.toContain('private');
        expect(cells['open.small.state']).toBe('answered');
        expect(cells).toMatchObject({ pictures: '', helper: 'school', 'helper.expressed': 'eyes', 'helper.view': '' });
      }),
      { numRuns: 10 },
    );
  });

  test('hold no device fact, id, consent or reach question', () => {
    const names = columns.map((column) => column.name).join(' ');
    expect(names).not.toMatch(/(^| )(id|device|consent|collector|receipt)|demo\.background/);
    expect(names).toContain('demo.age');
    const [story] = fc.sample(storyArbitrary, { numRuns: 1, seed: 3 });
    expect(story && csvRow(columns, { serial: 1, month: '2026-11', cluster: 0, readable: true, story })).not.toContain(
      story?.id,
    );
  });

  test('have no column twice and a meaning for each', () => {
    const names = columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    const meanings = Papa.parse<Cells>(csvMeanings(columns), { header: true, skipEmptyLines: true });
    expect(meanings.data.map((row) => row['column'])).toEqual(names);
    expect(meanings.data.every((row) => row['meaning'] !== '')).toBe(true);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a', "'quoted"])(
    'never let a spreadsheet run %j',
    (words) => {
      expect(safeCell(words)).toBe(`'${words}`);
      expect(wordsOfCell(safeCell(words))).toBe(words);
    },
  );

  test('keep any words at all, once the apostrophe is taken away', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const read = Papa.parse<string[]>(
          csvRow(
            [
              { name: 'w', meaning: '', cell: () => safeCell(words) },
              { name: 'x', meaning: '', cell: () => 'x' },
            ],
            {} as never,
          ),
        ); // the cells ignore the row
        expect(wordsOfCell(read.data[0]?.[0] ?? '')).toBe(words);
      }),
    );
  });
});
