import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAULTS } from '../faults/faults';
import { entriesIn, missingTests, numberedRows, testsIn } from './named-tests';

const PAGE = readFileSync('docs/invariants.md', 'utf8');
const ROWS = numberedRows(PAGE).map(({ number, cells }) => ({ number, by: cells[1] ?? '' }));

test('the table has each of the fourteen invariants, in order', () => {
  expect([...new Set(ROWS.map(({ number }) => number))]).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
  expect(ROWS.map(({ number }) => number)).toEqual(ROWS.map(({ number }) => number).sort((one, other) => one - other));
});

test.each(ROWS)('each part of invariant $number names a test', ({ by }) => {
  expect(testsIn(by) + entriesIn(by).length).toBeGreaterThan(0);
});

test('every test and entry of the campaign that the page names is there', () => {
  expect(missingTests(PAGE)).toEqual([]);
  expect(entriesIn(PAGE).filter((entry) => !FAULTS.some(({ name }) => name === entry))).toEqual([]);
});
