import * as z from 'zod/mini';

/** Ids of signifiers, labels, options, areas: stable across versions, audiences and languages. Never a prototype key. */
export const StableIdSchema = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(120),
    z.regex(/^(?!__proto__$|constructor$|prototype$)[A-Za-z0-9][A-Za-z0-9._:-]*$/),
  );

/** A programme's name in addresses. */
export const SlugSchema = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/));

export const UuidSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** BCP 47 language tag, short form: `en`, `en-GB`, `ckb`, `ar`. */
export const LocaleSchema = z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/));

/**
 * Text a person wrote. Lone surrogates cannot be stored or hashed alike everywhere and NUL ends strings in some
 * databases, so both are refused here; `cleanText` removes them before a story is made.
 */
export function personText(maxChars: number) {
  return z.string().check(
    z.maxLength(maxChars),
    z.refine((text) => isStorable(text), { error: 'holds characters that cannot be stored' }),
  );
}

/** Removes what `personText` would refuse; everything else, bidi marks included, stays as the person typed it. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').replace(LONE_SURROGATES, '\uFFFD');
}

const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.search(LONE_SURROGATES) === -1;
}
