import { existsSync, readFileSync } from 'node:fs';

/** A file in backticks and the words of a test that follow it. */
const TEST = /`(tests\/[^`]+)`([^;|`]*)/g;
const ENTRY = /`faults:([a-z-]+)`/g;

const plain = (text: string) => text.replace(/\s+/g, ' ');

export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows of the tables of a page that begin with a number. */
export function numberedRows(page: string): Row[] {
  return page.split('\n').flatMap((line) => {
    const [, number = '', ...cells] = line.split('|').map((cell) => cell.trim());
    return /^\d+$/.test(number) ? [{ number: Number(number), cells }] : [];
  });
}

/** Entries of the fault campaign that a text names. */
export function entriesIn(text: string): string[] {
  return [...text.matchAll(ENTRY)].map(([, name = '']) => name);
}

export function testsIn(text: string): number {
  return [...text.matchAll(TEST)].length;
}

/** Files that a page names and that are not there, and tests that no longer have the words it quotes. */
export function missingTests(page: string): string[] {
  return [...page.matchAll(TEST)].flatMap(([, file = '', words = '']) => {
    if (!existsSync(file)) return [file];
    // The sentence about the test that calls this names no test of it.
    if (plain(words).startsWith(' reads this page')) return [];
    // What follows the name of a test is said about it.
    const name = plain(words.split(/: |\. |, which| tries what| tries the/)[0] ?? '').replace(/^[ |]+|[ |.]+$/g, '');
    return plain(readFileSync(file, 'utf8')).includes(name) ? [] : [`${file} ${name}`];
  });
}
