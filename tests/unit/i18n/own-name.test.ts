import { expect, it } from 'vitest';
import { languageName } from '$lib/i18n/language-name';
import { ownName } from '$lib/i18n/languages';

it.each([
  ['en', 'English', 'English'],
  ['en-GB', 'English', 'English'],
  ['en-easy', 'Easy English', 'Easy English'],
  ['rom', 'Romanes', 'Romani'],
  ['sk', 'Slovenčina', 'Slovak'],
])('%s is called the same on every page: %s, for staff %s', (locale, own, staff) => {
  expect([ownName(locale), languageName(locale)]).toEqual([own, staff]);
});

it('a language that has no name here is left to the browser', () => {
  expect(ownName('pa')).toBeNull();
});
