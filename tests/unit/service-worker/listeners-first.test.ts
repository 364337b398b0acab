import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('what only listens in the worker comes before anything that answers: an answer ends the event for whoever listens later', () => {
  const calls = [...readFileSync('service-worker/index.ts', 'utf8').matchAll(/^(\w+)\(\);$/gm)].map(([, name]) => name);
  expect(calls).toContain('precacheTell');
  expect(calls.slice(0, calls.indexOf('precacheTell'))).toEqual(['askForRestores', 'lookForVersion']);
});
