import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the worker asks for restores before anything answers: an answer ends the event for whoever listens later', () => {
  const calls = [...readFileSync('service-worker/index.ts', 'utf8').matchAll(/^(\w+)\(\);$/gm)].map(([, name]) => name);
  expect(calls).toContain('precacheTell');
  expect(calls[0]).toBe('askForRestores');
});
