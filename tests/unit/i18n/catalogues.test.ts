import { describe, expect, it } from 'vitest';
import { SHEFFIELD_LACS } from '$lib/domain/programme/sheffield-places';
import { TRIAL_NOTE } from '$lib/domain/programme/programme';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { translator, type Catalogue, type Message } from '$lib/i18n/catalogue';
import { contacts } from '$lib/i18n/en/contacts';
import { fault } from '$lib/i18n/en/fault';
import { offline } from '$lib/i18n/en/offline';
import { receipts } from '$lib/i18n/en/receipts';
import { signifiers } from '$lib/i18n/en/signifiers';
import { tell } from '$lib/i18n/en/tell';
import { telling } from '$lib/i18n/en/telling';
import type { Language } from '$lib/i18n/language';
import { LANGUAGES } from '$lib/i18n/languages';
import { loadLanguage, WRITTEN } from '$lib/i18n/load-language';
import { translationFaults } from '../../fixtures/translation-faults';

/** All of Tell, as `Language` names it. */
const ENGLISH = {
  tell,
  telling,
  receipts,
  signifiers,
  offline,
  fault,
  contacts: Object.fromEntries(contacts.map((text) => [text, text])),
} satisfies Partial<Record<keyof Language, Catalogue>>;

async function language(locale: string): Promise<Language> {
  const found = await loadLanguage(locale);
  if (found === null) throw new Error(`there is no language ${locale}`);
  return found;
}

const forms = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['', message]] : Object.entries(message);

describe('the languages of Tell', () => {
  it('are all named, and all named ones that are read have words', () => {
    const read = LANGUAGES.filter(({ locale, heard }) => locale !== 'en' && !heard).map(({ locale }) => locale);
    expect([...WRITTEN].sort()).toEqual([...read].sort());
  });

  describe.each(WRITTEN)('%s', (locale) => {
    it('calls itself what it is asked for by', async () => {
      expect((await language(locale)).locale).toBe(locale);
    });

    it.each(Object.keys(ENGLISH) as (keyof typeof ENGLISH)[])('has every text of %s and no other', async (name) => {
      expect(Object.keys((await language(locale))[name]).sort()).toEqual(Object.keys(ENGLISH[name]).sort());
    });

    it.each(Object.keys(ENGLISH) as (keyof typeof ENGLISH)[])('says %s in its own words', async (name) => {
      const texts: Catalogue = (await language(locale))[name];
      const faults = Object.entries(ENGLISH[name] as Catalogue).flatMap(([key, message]) => {
        const other = typeof message === 'string' ? message : message.other;
        return forms(texts[key] ?? '').flatMap(([form, text]) => {
          // "One letter left" may do without its number.
          const english =
            ['zero', 'one', 'two'].includes(form) && !text.includes('{n}') ? other.replace('{n}', '') : other;
          return translationFaults(locale, english, text).map((line) => `${key} ${form} ${line}`);
        });
      });
      expect(faults).toEqual([]);
    });

    it('has a form for each number it counts differently', async () => {
      const words = await language(locale);
      const needed = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();
      for (const name of ['telling', 'signifiers', 'offline'] as const)
        for (const [key, message] of Object.entries(words[name] as Catalogue))
          if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(needed);
    });
  });

  it('count as they do: Arabic in six ways, Slovak in three', async () => {
    const arabic = await language('ar');
    const say = translator(arabic.telling as Catalogue, arabic.locale, arabic.numbers);
    const left = [0, 1, 2, 3, 11, 100].map((n) => say('story.near_limit', { n }));
    expect(new Set(left).size).toBe(6);
    expect(left[3]).toContain('3');
    const slovak = await language('sk');
    const counted = translator(slovak.telling as Catalogue, slovak.locale);
    expect([1, 3, 5].map((n) => counted('story.near_limit', { n }))).toEqual([
      'Zostáva 1 písmeno',
      'Zostávajú 3 písmená',
      'Zostáva 5 písmen',
    ]);
  });

  it('know what Sheaf ships inside a programme: its contacts and its areas', () => {
    const shipped = [
      ...[...SHEFFIELD_TRIAL.contacts, TRIAL_NOTE].flatMap(({ name, how, child }) => [
        name,
        how,
        ...(child === undefined ? [] : [child]),
      ]),
      ...SHEFFIELD_LACS.areas.map(({ name }) => name),
    ];
    expect([...new Set(shipped)].sort()).toEqual([...contacts].sort());
  });

  it('would be found out by a text left in English, a lost number or a lost placeholder', () => {
    expect(translationFaults('sk', 'Call 0800 1111', 'Zavolať 0800 111')).toHaveLength(1);
    expect(translationFaults('so', 'Step {now} of {of}', 'Tallaabada {now}')).toHaveLength(1);
    expect(translationFaults('ar', 'Go back', 'Go back')).not.toEqual([]);
    expect(translationFaults('sk', 'This is only a try-out.', 'This is only a try-out.')).toHaveLength(1);
    expect(translationFaults('ur', 'Back', ' واپس')).toHaveLength(1);
  });
});
