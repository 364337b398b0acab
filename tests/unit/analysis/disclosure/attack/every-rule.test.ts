import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DISCLOSURE_RULES } from '$lib/analysis/disclosure/rules';

const HERE = 'tests/unit/analysis/disclosure/attack';
const SOURCES = 'src';

function textsUnder(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

it('has an attack that succeeds without each rule', () => {
  const tests = textsUnder(HERE).filter(
    ({ path }) => path.endsWith('.test.ts') && !path.endsWith('every-rule.test.ts'),
  );
  const missing = DISCLOSURE_RULES.filter((rule) => !tests.some(({ text }) => text.includes(`'${rule}'`)));
  expect(missing).toEqual([]);
});

it('lets nobody but the tests leave a rule out', () => {
  const inside = 'src/lib/analysis/disclosure/';
  const chosen = /\b(?:guard\w+|tableRefusal|releaseDue|extremesShown)By\b|\bALL_RULES\b/;
  const elsewhere = textsUnder(SOURCES).filter(({ path, text }) => !path.startsWith(inside) && chosen.test(text));
  expect(elsewhere.map(({ path }) => path)).toEqual([]);
});
