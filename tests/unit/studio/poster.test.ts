import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { poster as english } from '$lib/i18n/en/poster';
import { languageNamed } from '$lib/i18n/languages';
import { loadLanguage, WRITTEN } from '$lib/i18n/load-language';
import { POSTERS } from '$lib/i18n/posters';
import Poster from '$lib/studio/links/Poster.svelte';

const params = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

async function sheetIn(locale: string) {
  const language = await loadLanguage(locale);
  const words = POSTERS[locale];
  if (language === null || words === undefined) throw new Error(`no words in ${locale}`);
  const sheet = {
    language: languageNamed(locale),
    numbers: language.numbers ?? locale,
    words,
    draft: language.tell['notice.translation'],
  };
  const link = { code: 'HB7KQM', device: 'shared', from: '2026-12-01', until: '2026-12-24' } as const;
  const programme = { name: 'Sheffield SEND', state: 'trial' };
  return render(Poster, { props: { programme, link, address: 'https://sheaf.example/t/HB7KQM', sheet } }).body;
}

it.each(WRITTEN)('fills the same places in %s as in English', (locale) => {
  const words = POSTERS[locale];
  for (const [key, text] of Object.entries(english))
    expect(params(words?.[key as keyof typeof english] ?? ''), key).toEqual(params(text));
});

it('reads from right to left in Urdu, but for code, address and what is for staff, and says that it is a draft', async () => {
  const body = await sheetIn('ur');
  expect(body).toMatch(/<article[^>]* lang="ur" dir="rtl"/);
  expect(body).toContain('اپنی کہانی یہاں سنائیں');
  expect(body).toContain('1 دسمبر، 2026');
  expect(body).toContain('یہ ترجمہ مسودہ ہے');
  expect(body).toMatch(/class="code[^"]*"><bdi dir="ltr">HB7KQM/);
  expect(body).toMatch(/class="address[^"]*"><bdi dir="ltr">sheaf\.example/);
  expect(body).toMatch(/lang="en-GB" dir="ltr">For staff/);
});
