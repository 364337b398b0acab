import { describe, expect, it } from 'vitest';
import { AUDIENCES } from '$lib/domain/audience';
import content from '$lib/domain/framework/content/sheffield-send.json';
import { editionFor, textsRead, wordingsOf } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { TranslationSchema } from '$lib/domain/framework/translation';
import { LANGUAGES } from '$lib/i18n/languages';
import { translationFaults } from '../../../fixtures/translation-faults';

const framework = FrameworkSchema.parse(content);
const files = import.meta.glob<unknown>('../../../../src/lib/domain/framework/content/sheffield-send.*.json', {
  eager: true,
  import: 'default',
});
const translations = Object.values(files).map((file) => TranslationSchema.parse(file));

/** A corner, an end or a stone has this much room at 320 px; whole sentences have the page. */
const LABEL = 64;

/** What an earlier version said: pinned collectors, and stories that are gone on with, still read it. */
const SAID_BEFORE = [
  'You can tell a story. You can type it, or someone can type it for you.',
  'Just my dots. Not my words.',
  'You can type it. Or someone can type it for you. Please do not say full names.',
];

describe('translations of the shipped framework', () => {
  it('are there for every language that is read', () => {
    const read = LANGUAGES.filter(({ locale, heard }) => locale !== 'en' && !heard).map(({ locale }) => locale);
    expect(translations.map(({ locale }) => locale).sort()).toEqual([...read].sort());
  });

  it.each(translations)('$locale has every text that tellers read', ({ texts }) => {
    expect([...textsRead(framework)].filter((text) => texts[text] === undefined)).toEqual([]);
  });

  it.each(translations)('$locale translates nothing that the framework does not say', ({ texts }) => {
    const lines = Object.values(framework.story.starters).flat();
    const said = new Set([
      ...SAID_BEFORE,
      ...[...wordingsOf(framework).values()].flatMap((wording) => Object.values(wording)),
      ...lines,
    ]);
    expect(Object.keys(texts).filter((text) => !said.has(text))).toEqual([]);
  });

  it.each(translations)('$locale says it in its own words', ({ locale, texts }) => {
    const faults = Object.entries(texts).flatMap(([english, text]) =>
      translationFaults(locale, english, text).map((fault) => `"${english}" ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it.each(translations)('$locale fits where labels stand', (translation) => {
    for (const audience of AUDIENCES) {
      const edition = editionFor(framework, audience, translation.locale, translation);
      const labels = edition.signifiers.flatMap((signifier) => {
        if (signifier.kind === 'triad') return signifier.labels;
        if (signifier.kind === 'slider') return signifier.ends;
        return signifier.kind === 'stones' ? signifier.stones : [];
      });
      expect(labels.filter(({ text }) => text.length > LABEL).map(({ text }) => text)).toEqual([]);
    }
  });

  it.each(translations)('$locale changes words and nothing else', (translation) => {
    for (const audience of AUDIENCES) {
      const edition = editionFor(framework, audience, translation.locale, translation);
      const { translation: said, ...rest } = edition;
      expect(said).toEqual({ locale: translation.locale, state: 'draft' });
      expect(bare(rest)).toEqual(bare(editionFor(framework, audience)));
    }
  });

  it('falls back to the framework’s own words where one is missing', () => {
    const [some] = translations;
    if (some === undefined) throw new Error('no translation');
    const { ['Yes']: _, ...texts } = some.texts;
    const edition = editionFor(framework, 'child', some.locale, { ...some, texts });
    expect(edition.helpMe.yes.text).toBe('Yes');
    expect(edition.helpMe.stem).toBe(some.texts['Do you want a grown-up to help you?']);
  });

  it('has easy English in short sentences', () => {
    const easy = translations.find(({ locale }) => locale === 'en-easy');
    const long = Object.values(easy?.texts ?? {})
      .filter((text) => !/\[|\(/.test(text)) // lists in brackets and places to fill in
      .flatMap((text) => text.split(/(?<=[.?!:;])\s+/))
      .filter((sentence) => sentence.split(/\s+/).length > 15);
    expect(long).toEqual([]);
  });
});

/** The same shape with every text gone. */
function bare(value: unknown): unknown {
  if (typeof value === 'string') return /\s|^\p{Lu}|[^\p{ASCII}]/u.test(value) || value.length < 4 ? '' : value;
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      /^(text|stem|help|title|centre)$/.test(key) && typeof entry === 'string' ? '' : bare(entry),
    ]),
  );
}
