import { describe, expect, it, afterAll, beforeAll } from 'vitest';
import { publicProgramme } from '$lib/domain/programme/programme';
import { answerEdition } from '$lib/server/editions';
import { hearLanguage, offerLanguage, reviewLanguage } from '$lib/server/languages/choose-language';
import { languagesOf, offeredLanguages } from '$lib/server/languages/offered-languages';
import { translationInto } from '$lib/server/languages/translations';
import type { Member } from '$lib/server/access/staff';
import { sheetIn, sheetLanguages } from '../../../../src/routes/studio/[programme]/links/[code]/sheet.server';
import { withSheffield } from '../../../fixtures/programmes';
import { installation, type Installation } from '../../../fixtures/staff';

const SLUG = 'sheffield-send';
let here: Installation;
beforeAll(async () => {
  here = installation();
  await withSheffield(here.services.store);
});
afterAll(() => here.close());

async function programme() {
  const found = await here.services.store.programme(SLUG);
  if (found === null) throw new Error('no programme');
  return found;
}

const steward = async (): Promise<Member> => ({
  id: 'user-1',
  name: 'Test Steward',
  email: 'steward@example.org',
  programme: await programme(),
  roles: ['steward'],
});

const words = (locale: string) => translationInto(SLUG, locale)?.words ?? '';

describe('the languages of a programme', () => {
  it('are drafts, and none is offered, until a steward says otherwise', async () => {
    const languages = languagesOf(await programme());
    expect(languages.map(({ locale }) => locale)).toEqual(['en-easy', 'ar', 'ur', 'so', 'sk']);
    expect(languages.every(({ state, offered, review }) => state === 'draft' && !offered && review === null)).toBe(
      true,
    );
    expect(publicProgramme(await programme(), offeredLanguages(await programme())).languages).toBeUndefined();
  });

  it('are offered as drafts where the steward chose so, and no longer when they are withdrawn', async () => {
    expect(await offerLanguage(here.services, await steward(), 'ar', true)).toBe('changed');
    expect(offeredLanguages(await programme())).toEqual([{ locale: 'ar', state: 'draft', words: words('ar') }]);
    expect(await offerLanguage(here.services, await steward(), 'ar', false)).toBe('changed');
    expect(offeredLanguages(await programme())).toEqual([]);
    expect(await offerLanguage(here.services, await steward(), 'cy', true)).toBe('unknown_language');
  });

  it('are chosen without undoing what somebody else set meanwhile', async () => {
    const { store } = here.services;
    const early = await steward();
    const { policies } = early.programme;
    await store.saveProgramme({ ...early.programme, policies: { ...policies, under13: 'setting_informs' } });
    await offerLanguage(here.services, early, 'ar', true);
    expect((await store.programme(early.programme.slug))?.policies).toMatchObject({ under13: 'setting_informs' });
    await store.saveProgramme(early.programme);
  });

  it('are offered once somebody has reviewed the very words there are; it is kept who and when, and audited', async () => {
    const review = { locale: 'sk', words: words('sk'), by: 'A test reader' };
    expect(await reviewLanguage(here.services, await steward(), { ...review, words: 'other' })).toBe('words_changed');
    expect(await reviewLanguage(here.services, await steward(), review)).toBe('changed');
    expect(offeredLanguages(await programme())).toEqual([{ locale: 'sk', state: 'reviewed', words: words('sk') }]);
    const slovak = languagesOf(await programme()).find(({ locale }) => locale === 'sk');
    expect(slovak?.review).toMatchObject({ by: 'A test reader', outdated: false });
    const [newest] = await here.services.store.auditOf(SLUG, 1);
    expect(newest).toMatchObject({ actor: 'user-1', action: 'language.reviewed', subject: `sk ${words('sk')}` });
  });

  it('are drafts again when the words have changed since the review', async () => {
    const changed = await programme();
    const reviews = [{ locale: 'sk', words: 'older words', by: 'A test reader', at: '2026-11-01T10:00:00.000Z' }];
    expect(languagesOf({ ...changed, reviews }).find(({ locale }) => locale === 'sk')).toMatchObject({
      state: 'draft',
      review: { by: 'A test reader', outdated: true },
    });
  });

  it('let a language be heard beside the text of another, once there are recordings', async () => {
    expect(await hearLanguage(here.services, await steward(), 'rom', 'sk')).toBe('changed');
    const recorded = new Set(['rom']);
    expect(offeredLanguages(await programme(), recorded)).toContainEqual({
      locale: 'rom',
      state: 'reviewed',
      words: words('sk'),
      text: 'sk',
    });
    expect(offeredLanguages(await programme()).map(({ locale }) => locale)).toEqual(['sk']);
    expect(await hearLanguage(here.services, await steward(), 'ar', 'sk'), 'it has words of its own').toBe(
      'unknown_language',
    );
    await hearLanguage(here.services, await steward(), 'rom', null);
    expect(offeredLanguages(await programme(), recorded).map(({ locale }) => locale)).toEqual(['sk']);
  });
});

describe('an edition in another language', () => {
  const asked = { framework: SLUG, version: '3', audience: 'family', locale: 'ar', words: null };

  it('is kept for good only under an address that names its words', async () => {
    const { store } = here.services;
    expect((await answerEdition(store, asked))?.forGood).toBe(false);
    const named = await answerEdition(store, { ...asked, words: words('ar') });
    expect(named?.forGood).toBe(true);
    expect(named?.body).toContain('الدعم المناسب');
  });

  it('is the framework’s own where there is no such language', async () => {
    const { store } = here.services;
    const other = await answerEdition(store, { ...asked, locale: 'cy' });
    const own = await answerEdition(store, { ...asked, locale: 'en-GB' });
    expect(other?.body).toBe(own?.body);
    expect([other?.forGood, own?.forGood]).toEqual([false, true]);
  });
});

describe('the sheet of a link', () => {
  const ofUrdu = async (states: { offered: boolean; reviewed: boolean }) => {
    const own = await programme();
    return {
      ...own,
      policies: { ...own.policies, languages: states.offered ? ['ur', 'rom'] : [] },
      heardWith: { rom: 'sk' },
      reviews: states.reviewed
        ? [{ locale: 'ur', words: words('ur'), by: 'A reader', at: '2026-11-01T10:00:00.000Z' }]
        : [],
    };
  };

  it('comes in the languages that tellers can choose and read, and in English where another is asked for', async () => {
    const offering = await ofUrdu({ offered: true, reviewed: true });
    expect(sheetLanguages(offering).map(({ locale }) => locale)).toEqual(['en', 'ur']);
    expect((await sheetIn(offering, 'ur')).words.own_head).toBe('اپنی کہانی سنائیں');
    for (const asked of ['sk', 'rom', '../en', null])
      expect((await sheetIn(offering, asked)).language.locale).toBe('en');
    const not = await ofUrdu({ offered: false, reviewed: true });
    expect(sheetLanguages(not)).toHaveLength(1);
    expect((await sheetIn(not, 'ur')).language.locale).toBe('en');
  });

  it('says that its words are a draft until somebody has reviewed them', async () => {
    expect((await sheetIn(await ofUrdu({ offered: true, reviewed: false }), 'ur')).draft).toContain('مسودہ');
    expect((await sheetIn(await ofUrdu({ offered: true, reviewed: true }), 'ur')).draft).toBeNull();
  });
});
