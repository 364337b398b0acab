import type { Programme } from '../../domain/programme/programme';
import type { Member } from '../access/staff';
import type { Services } from '../services';
import { translationInto } from './translations';

const ENGLISH = 'en';

type Needs = Pick<Services, 'store' | 'now'>;
export type LanguageChanged = 'changed' | 'unknown_language' | 'words_changed';

/** Offers a language to tellers, or no longer does. A draft may be offered: every screen then says that it is one. */
export async function offerLanguage(
  needs: Needs,
  member: Member,
  locale: string,
  offered: boolean,
): Promise<LanguageChanged> {
  const programme = await asItIs(needs, member);
  if (translationInto(programme.framework.id, locale) === undefined) return 'unknown_language';
  const others = programme.policies.languages.filter((other) => other !== locale);
  const policies = { ...programme.policies, languages: offered ? [...others, locale] : others };
  await save(needs, member, { ...programme, policies }, offered ? 'language.offered' : 'language.withdrawn', locale);
  return 'changed';
}

/**
 * Notes that a person has read a translation against the framework's own words and found it good; from then on it is
 * offered. @param words which words were read: a review of words that changed meanwhile is not taken
 */
export async function reviewLanguage(
  needs: Needs,
  member: Member,
  { locale, words, by }: { locale: string; words: string; by: string },
): Promise<LanguageChanged> {
  const programme = await asItIs(needs, member);
  const translation = translationInto(programme.framework.id, locale);
  if (translation === undefined) return 'unknown_language';
  if (translation.words !== words) return 'words_changed';
  const review = { locale, words, by, at: needs.now().toISOString() };
  const reviews = [...(programme.reviews ?? []).filter((other) => other.locale !== locale), review];
  const languages = [...programme.policies.languages.filter((other) => other !== locale), locale];
  const reviewed = { ...programme, reviews, policies: { ...programme.policies, languages } };
  await save(needs, member, reviewed, 'language.reviewed', `${locale} ${words}`);
  return 'changed';
}

/**
 * Offers a language that is heard, with the text that stands beside the recordings; null = no longer.
 * @param text a language with words, or English
 */
export async function hearLanguage(
  needs: Needs,
  member: Member,
  locale: string,
  text: string | null,
): Promise<LanguageChanged> {
  const programme = await asItIs(needs, member);
  const written = (other: string) => translationInto(programme.framework.id, other) !== undefined;
  if (written(locale) || (text !== null && text !== ENGLISH && !written(text))) return 'unknown_language';
  const { [locale]: _, ...others } = programme.heardWith ?? {};
  const heardWith = text === null ? others : { ...others, [locale]: text };
  const languages = programme.policies.languages.filter((other) => other !== locale);
  const policies = { ...programme.policies, languages: text === null ? languages : [...languages, locale] };
  const action = text === null ? 'language.withdrawn' : 'language.offered';
  await save(
    needs,
    member,
    { ...programme, heardWith, policies },
    action,
    text === null ? locale : `${locale} ${text}`,
  );
  return 'changed';
}

/** Read again: the member's own copy was made when the request began, and saving it would undo what others set since. */
async function asItIs({ store }: Needs, { programme }: Member): Promise<Programme> {
  return (await store.programme(programme.slug)) ?? programme;
}

async function save({ store, now }: Needs, member: Member, programme: Programme, action: string, subject: string) {
  await store.saveProgramme(programme);
  await store.appendAudit({ at: now(), actor: member.id, action, programme: programme.slug, subject });
}
