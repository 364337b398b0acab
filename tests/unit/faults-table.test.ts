import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAULTS } from '../faults/faults';

const PAGE = readFileSync('docs/faults.md', 'utf8');
const ROWS = PAGE.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  return /^\d+$/.test(cells[1] ?? '') ? [{ number: Number(cells[1]), by: cells[3] ?? '' }] : [];
});
const ENTRY = /`faults:([a-z-]+)`/g;
/** A file in backticks and the words of a test that follow it. */
const TEST = /`(tests\/[^`]+)`([^;|`]*)/g;

const entriesIn = (text: string) => [...text.matchAll(ENTRY)].map(([, name = '']) => name);
const plain = (text: string) => text.replace(/\s+/g, ' ');

test('the table has each of the fifty faults once, in order', () => {
  expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
});

test.each(ROWS)('fault $number names what tries it, or says that it is not tried', ({ by }) => {
  expect(entriesIn(by).length + [...by.matchAll(TEST)].length > 0 || by.startsWith('not tried')).toBe(true);
});

test('every file and test that the page names is there', () => {
  const missing = [...PAGE.matchAll(TEST)].flatMap(([, file = '', words = '']) => {
    if (!existsSync(file)) return [file];
    // What follows the name of a test is said about it.
    const name = plain(words.split(/: |\. |, which| tries what| tries the/)[0] ?? '').replace(/^[ |]+|[ |.]+$/g, '');
    return plain(readFileSync(file, 'utf8')).includes(name) ? [] : [`${file} ${name}`];
  });
  // The sentence about this file names no test of it.
  expect(missing.filter((one) => !one.startsWith('tests/unit/faults-table.test.ts'))).toEqual([]);
});

test('every entry of the campaign that the page names is there, and stands in the rows it says', () => {
  const known = new Map(FAULTS.map(({ name, lines }) => [name, lines]));
  expect(entriesIn(PAGE).filter((name) => !known.has(name))).toEqual([]);
  for (const [name, lines] of known) {
    const named = ROWS.filter(({ by }) => entriesIn(by).includes(name)).map(({ number }) => number);
    expect([name, named]).toEqual([name, [...lines]]);
  }
});
