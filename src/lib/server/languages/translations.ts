import { createHash } from 'node:crypto';
import ar from '../../domain/framework/content/sheffield-send.ar.json';
import easy from '../../domain/framework/content/sheffield-send.en-easy.json';
import sk from '../../domain/framework/content/sheffield-send.sk.json';
import so from '../../domain/framework/content/sheffield-send.so.json';
import ur from '../../domain/framework/content/sheffield-send.ur.json';
import { TranslationSchema, type Translation } from '../../domain/framework/translation';
import { canonicalJson } from '../../domain/story/content-hash';

/** A translation with the name of its words: `OfferedLanguageSchema`, `TranslationReviewSchema`. */
export interface ShippedTranslation extends Translation {
  readonly words: string;
}

const SHIPPED: readonly ShippedTranslation[] = [easy, ar, ur, so, sk].map((content) => {
  const translation = TranslationSchema.parse(content);
  const hash = createHash('sha256').update(canonicalJson(translation)).digest('base64url');
  return { ...translation, words: hash.slice(0, 12) };
});

/** The translations of a framework that came with this release, in the order they are offered. */
export function translationsOf(framework: string): readonly ShippedTranslation[] {
  return SHIPPED.filter((translation) => translation.framework === framework);
}

export function translationInto(framework: string, locale: string): ShippedTranslation | undefined {
  return translationsOf(framework).find((translation) => translation.locale === locale);
}
