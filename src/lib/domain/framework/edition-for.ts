import { AUDIENCES, type Audience } from '../audience';
import { EditionSchema, type Edition } from './edition';
import type { Framework } from './framework';
import { idOf, textKey } from './text-keys';
import { wordingFor, type Wording } from './wording';

/** Kept for analysts and stewards, of no use to a teller. */
const LEFT_OUT = new Set([
  'sources',
  'analysis',
  'intent',
  'bank',
  'documents',
  'designRules',
  'catalogues',
  'sets',
  'audiences',
]);

/**
 * The edition of a framework for an audience and a language.
 * A text missing from the language's catalogue falls back to the framework's own words. Only what the audience's own
 * steps ask is in it.
 * @throws when the framework has no set for that audience
 */
export function editionFor(framework: Framework, audience: Audience, locale: string = framework.locale): Edition {
  const set = framework.sets[audience];
  if (set === undefined) throw new Error(`framework ${framework.id} has no set for ${audience}`);
  const catalogue = framework.catalogues[locale];
  const pick = (key: string, wording: Wording): string => wordingFor(catalogue?.texts[key] ?? wording, audience);
  const asked = new Set(set.steps);
  const localised = localise(framework, '', pick, audience) as Record<string, unknown>; // same keys as the framework, parsed below
  return EditionSchema.parse({
    ...localised,
    signifiers: (localised['signifiers'] as { id: string }[]).filter((signifier) => asked.has(signifier.id)), // built from parsed framework
    questions: (localised['questions'] as { id: string }[]).filter((question) => asked.has(question.id)), // built from parsed framework
    consents: (localised['consents'] as { id: string }[]).filter((consent) => asked.has(consent.id)), // built from parsed framework
    audience,
    set,
    ...(catalogue === undefined ? {} : { translation: { locale, state: catalogue.state } }),
  });
}

/** Every wording of a framework with its key, as translators and checkers need them. */
export function wordingsOf(framework: Framework): Map<string, Wording> {
  const found = new Map<string, Wording>();
  const collect = (key: string, wording: Wording): string => {
    found.set(key, wording);
    return '';
  };
  localise(framework, '', collect, framework.audiences[0] ?? 'family');
  return found;
}

type Pick = (key: string, wording: Wording) => string;

/** Walks the framework; an object whose keys are all audiences is a text. Keys are paths of ids: `signifiers.triad.right.stem`. */
function localise(value: unknown, path: string, pick: Pick, audience: Audience): unknown {
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) =>
      localise(entry, textKey(path, idOf(entry) ?? String(index)), pick, audience),
    );
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => (AUDIENCES as readonly string[]).includes(key))) {
    const texts = Object.values(value) as unknown[];
    if (texts.every((text) => typeof text === 'string')) return pick(path, value); // checked on this line and the one above
    return (value as Record<string, unknown>)[audience] ?? []; // a list of texts: no fallback, starters of another audience do not fit
  }
  return Object.fromEntries(
    entries
      .filter(([key]) => !LEFT_OUT.has(key))
      .map(([key, entry]) => [key, localise(entry, textKey(path, key), pick, audience)]),
  );
}
