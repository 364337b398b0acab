import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAULTS } from '../faults/faults';
import { entriesIn, missingTests, numberedRows, testsIn } from './named-tests';

const PAGE = readFileSync('docs/faults.md', 'utf8');
const ROWS = numberedRows(PAGE).map(({ number, cells }) => ({ number, by: cells[1] ?? '' }));

test('the table has each of the fifty faults once, in order', () => {
  expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
});

test.each(ROWS)('fault $number names what tries it, or says that it is not tried', ({ by }) => {
  expect(entriesIn(by).length + testsIn(by) > 0 || by.startsWith('not tried')).toBe(true);
});

test('every file and test that the page names is there', () => {
  expect(missingTests(PAGE)).toEqual([]);
});

test('every entry of the campaign that the page names is there, and stands in the rows it says', () => {
  const known = new Map(FAULTS.map(({ name, lines }) => [name, lines]));
  expect(entriesIn(PAGE).filter((name) => !known.has(name))).toEqual([]);
  for (const [name, lines] of known) {
    const named = ROWS.filter(({ by }) => entriesIn(by).includes(name)).map(({ number }) => number);
    expect([name, named]).toEqual([name, [...lines]]);
  }
});
