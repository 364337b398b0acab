import { afterEach, describe, expect, it } from 'vitest';
import type { OfferedLanguage } from '$lib/domain/programme/public-programme';
import { loadLanguage } from '$lib/i18n/load-language';
import { spoken } from '$lib/i18n/spoken.svelte';
import { LanguageChoice } from '$lib/tell/language-choice.svelte';
import { noticesFor } from '$lib/tell/notices';
import { wordsFor } from '$lib/tell/words';

const ARABIC: OfferedLanguage = { locale: 'ar', state: 'draft', words: 'first' };
const SLOVAK: OfferedLanguage = { locale: 'sk', state: 'reviewed', words: 'second' };
const ROMANI: OfferedLanguage = { locale: 'rom', state: 'reviewed', words: 'second', text: 'sk' };

/** A device that remembers, a browser that wishes, and a network that can be down. */
function device({ remembers = null as string | null, prefers = ['en-GB'], online = true } = {}) {
  const seen = { remembers, kept: [] as string[], dir: 'ltr' };
  const choice = new LanguageChoice({
    load: (locale) => (online ? loadLanguage(locale) : Promise.resolve(null)),
    remembered: () => seen.remembers,
    remember: (locale) => (seen.remembers = locale),
    preferred: () => prefers,
    keep: (locale) => seen.kept.push(locale),
    show: ({ dir }) => (seen.dir = dir),
  });
  return { choice, seen };
}

const say = wordsFor(null);
afterEach(() => spoken.use(null));

describe('the choice of a language', () => {
  it('is no choice where nothing is offered', async () => {
    const { choice } = device();
    await choice.offer([], false);
    expect(choice.choices).toEqual([]);
    expect(choice.reading).toEqual({ locale: 'en-GB', noted: 'en-GB' });
  });

  it('names what is offered in itself, English first, and speaks what is chosen', async () => {
    const { choice, seen } = device();
    await choice.offer([SLOVAK, ARABIC], false);
    expect(choice.choices.map(({ name }) => name)).toEqual(['English', 'العربية', 'Slovenčina']);
    expect(say('next')).toBe('Next');
    expect(await choice.choose('ar')).toBe(true);
    expect(say('next')).toBe('التالي');
    expect(seen).toEqual({ remembers: 'ar', kept: ['ar'], dir: 'rtl' });
    expect(choice.reading).toEqual({ locale: 'ar', words: 'first', noted: 'ar' });
    await choice.choose('en');
    expect(say('next')).toBe('Next');
    expect(seen).toMatchObject({ remembers: 'en', dir: 'ltr' });
  });

  it('refuses a language that is not offered', async () => {
    const { choice } = device();
    await choice.offer([SLOVAK], false);
    expect(await choice.choose('ur')).toBe(false);
    expect(choice.locale).toBe('en');
  });

  it('is remembered on an own device, as long as it is offered', async () => {
    const { choice } = device({ remembers: 'ar' });
    await choice.recall();
    expect(say('back')).toBe('رجوع');
    await choice.offer([ARABIC], false);
    expect(choice.locale).toBe('ar');
    const other = device({ remembers: 'ar' }).choice;
    await other.recall();
    await other.offer([SLOVAK], false);
    expect(other.locale).toBe('en');
    expect(say('back')).toBe('Back');
  });

  it('is never remembered on a device that others use, and ends with the story', async () => {
    const { choice, seen } = device({ remembers: null });
    await choice.offer([ARABIC], true);
    await choice.choose('ar');
    expect(seen.remembers).toBeNull();
    await choice.offer([ARABIC], true); // the whole answer of the server comes after the first look
    expect(choice.locale).toBe('ar');
    await choice.reset();
    expect(choice.locale).toBe('en');
    expect(seen.dir).toBe('ltr');
  });

  it.each([
    ['its first language is offered', ['ar-SY', 'en'], 'ar'],
    ['only a later one is', ['en-GB', 'ar'], 'en'],
    ['none is', ['pl'], 'en'],
  ])('follows the browser where %s', async (_, prefers, locale) => {
    const { choice } = device({ prefers });
    await choice.offer([ARABIC, SLOVAK], false);
    expect(choice.locale).toBe(locale);
  });

  it('remembers what the browser led to, for the pages of no collector, and on an own device only', async () => {
    const own = device({ prefers: ['ar'] });
    await own.choice.offer([ARABIC], false);
    expect(own.seen.remembers).toBe('ar');
    const english = device({ prefers: ['pl'] });
    await english.choice.offer([ARABIC], false);
    expect(english.seen.remembers, 'no wish was heard').toBeNull();
    const shared = device({ prefers: ['ar'] });
    await shared.choice.offer([ARABIC], true);
    expect(shared.seen.remembers).toBeNull();
    const cut = device({ prefers: ['ar'], online: false });
    await cut.choice.offer([ARABIC], false);
    expect(cut.seen.remembers, 'its words did not come').toBeNull();
  });

  it('does not follow the browser on a device that others use, nor against what was chosen', async () => {
    const shared = device({ prefers: ['ar'] }).choice;
    await shared.offer([ARABIC], true);
    expect(shared.locale).toBe('en');
    const own = device({ prefers: ['ar'], remembers: 'en' }).choice;
    await own.offer([ARABIC], false);
    expect(own.locale).toBe('en');
  });

  it('stays as it is where the words cannot be had, and says so', async () => {
    const { choice, seen } = device({ online: false });
    await choice.offer([ARABIC], false);
    expect(await choice.choose('ar')).toBe(false);
    expect([choice.locale, choice.failed, seen.remembers]).toEqual(['en', 'ar', null]);
  });

  it('shows the text that a steward put beside a language that is heard, and notes what was heard', async () => {
    const { choice, seen } = device();
    await choice.offer([ROMANI], false);
    await choice.choose('rom');
    expect(say('next')).toBe('Ďalej');
    expect(choice.reading).toEqual({ locale: 'sk', words: 'second', noted: 'rom' });
    expect(seen.kept).toEqual(['sk']);
  });

  it('says on every screen, in its own words, when these are a draft', async () => {
    const { choice } = device();
    await choice.offer([ARABIC, SLOVAK], false);
    await choice.choose('ar');
    expect(noticesFor(null, say, 'draft')).toEqual([
      { tag: 'مسودة', sentence: 'هذه الترجمة مسودة. لم يراجعها أحد بعد. الأسئلة مسودة.' },
    ]);
    await choice.choose('sk');
    expect(noticesFor(null, say)).toEqual([]);
  });
});
