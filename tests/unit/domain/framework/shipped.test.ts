import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUDIENCES } from '$lib/domain/audience';
import content from '$lib/domain/framework/content/sheffield-send.json';
import { editionFor, wordingsOf } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { canonicalJson } from '$lib/domain/story/content-hash';
import { comesAfterCore, stepsOf } from '$lib/domain/framework/steps';

const framework = FrameworkSchema.parse(content);
const sprite = readFileSync('static/symbols.svg', 'utf8');
const drawn = new Set([...sprite.matchAll(/<symbol id="s-([^"]+)"/g)].map((match) => match[1]));

/** Every symbol id anywhere in a value. */
function symbolsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(symbolsIn);
  if (value === null || typeof value !== 'object') return [];
  const own = 'alt' in value && 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(symbolsIn)];
}

/** Ids of a signifier and of everything a teller can place or choose in it. */
function idsOf(signifier: ReturnType<typeof editionFor>['signifiers'][number]): string[] {
  switch (signifier.kind) {
    case 'triad':
      return signifier.labels.map(({ id }) => id);
    case 'slider':
      return signifier.ends.map(({ id }) => id);
    case 'stones':
      return signifier.stones.map(({ id }) => id);
    case 'choice':
      return signifier.options.map(({ id }) => id);
    case 'text':
    case 'number':
      return [];
  }
}

/** A published version never changes: other words are another version, with a line of its own here. */
const WORDS_OF_VERSION: Readonly<Record<number, string>> = { 3: 'aaa40eba069e772a' };

describe('the shipped framework', () => {
  it('is, word for word, what its version was published with', () => {
    const words = createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16);
    expect(words).toBe(WORDS_OF_VERSION[framework.version]);
  });

  it('tells a child before their yes of every way to tell, not of typing alone', () => {
    const assent = editionFor(framework, 'child').consents.find(({ id }) => id === 'assent.child');
    const words = assent?.pages.map(({ text }) => text).join(' ') ?? '';
    for (const way of ['talk', 'draw', 'pictures', 'type', 'help']) expect(words).toContain(way);
  });

  it('asks a child about showing the story, which may have no words', () => {
    const { stem, options } = editionFor(framework, 'child').sharing;
    expect([stem, ...options.map(({ text }) => text)].join(' ')).not.toMatch(/words/);
  });

  it('is marked as a draft', () => {
    expect(framework.status).toBe('draft');
    expect(framework.notice).not.toBe('');
  });

  it.each(AUDIENCES)('has a step for every name in the set of %s, each once', (audience) => {
    const steps = stepsOf(editionFor(framework, audience));
    expect(steps.map((step) => step.id)).toEqual(framework.sets[audience]?.steps);
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
  });

  it.each(AUDIENCES)('asks %s for consent before the story and says thanks last', (audience) => {
    const kinds = stepsOf(editionFor(framework, audience)).map((step) => step.kind);
    expect(kinds.indexOf('consent')).toBeGreaterThanOrEqual(0);
    expect(kinds.indexOf('consent')).toBeLessThan(kinds.indexOf('story'));
    expect(kinds.indexOf('interruption')).toBeLessThan(kinds.indexOf('story'));
    expect(kinds.at(-1)).toBe('thanks');
  });

  it.each(AUDIENCES)('asks %s every core signifier before "two more minutes?"', (audience) => {
    const ids = framework.sets[audience]?.steps ?? [];
    const more = ids.includes('more') ? ids.indexOf('more') : ids.length;
    for (const id of framework.core) expect(ids.slice(0, more)).toContain(id);
  });

  it.each(AUDIENCES)('draws every symbol that %s meets', (audience) => {
    const missing = symbolsIn(editionFor(framework, audience)).filter((id) => !drawn.has(id));
    expect(missing).toEqual([]);
  });

  it.each(AUDIENCES)('shows %s no sources, no analysis and no other audience', (audience) => {
    const text = JSON.stringify(editionFor(framework, audience));
    expect(text).not.toContain('"sources"');
    expect(text).not.toContain('"analysis"');
    expect(text).not.toContain('"intent"');
    expect(text.length).toBeLessThan(JSON.stringify(content).length / 2);
  });

  it.each(AUDIENCES)('offers %s "does not fit" on every signifier', (audience) => {
    for (const signifier of editionFor(framework, audience).signifiers)
      expect(signifier.notApplicable, signifier.id).toBeTruthy();
  });

  it('has the same signifiers, labels, stones and options for every audience', () => {
    const whole = new Map(framework.signifiers.map((signifier) => [signifier.id, signifier]));
    for (const audience of AUDIENCES) {
      for (const signifier of editionFor(framework, audience).signifiers) {
        const original = whole.get(signifier.id);
        expect(original?.kind).toBe(signifier.kind);
        // Read through the same function: only words may differ.
        expect(idsOf(signifier)).toEqual(idsOf({ ...signifier, ...(original as object) })); // cast: same kind, checked above
      }
    }
  });

  it('has a wording for each audience that reads it, and no empty one', () => {
    for (const [key, wording] of wordingsOf(framework))
      for (const text of Object.values(wording)) expect(text?.trim(), key).not.toBe('');
  });

  it('leads from the core to about you and the closing steps when nobody wants two more minutes', () => {
    const steps = stepsOf(editionFor(framework, 'youth'));
    const rest = steps.slice(steps.findIndex((step) => step.kind === 'more') + 1).filter(comesAfterCore);
    expect(rest.at(-1)?.kind).toBe('thanks');
    expect(rest.some((step) => step.kind === 'sharing')).toBe(true);
    expect(rest.some((step) => step.kind === 'signifier')).toBe(false);
  });

  it('refuses a set that names nothing', () => {
    const edition = editionFor(framework, 'child');
    const broken = { ...edition, set: { ...edition.set, steps: ['triad.nowhere'] } };
    expect(() => stepsOf(broken)).toThrow(/triad\.nowhere/);
  });
});
