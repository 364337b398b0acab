import { AUDIENCES, type Audience } from '../audience';
import { EditionSchema, type Edition } from './edition';
import type { Framework } from './framework';
import { idOf, textKey } from './text-keys';
import type { Translation } from './translation';
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
 * Words come from the framework's own catalogue of that language, else from the translation, else they are the
 * framework's own. Only what the audience's own steps ask is in it.
 * @throws when the framework has no set for that audience
 */
export function editionFor(
  framework: Framework,
  audience: Audience,
  locale: string = framework.locale,
  translation?: Translation,
): Edition {
  const catalogue = framework.catalogues[locale];
  const inLocale = (source: string): string => translation?.texts[source] ?? source;
  const localised = localise(asked(framework, audience), '', audience, {
    text: (key, wording) => {
      const own = catalogue?.texts[key];
      return own === undefined ? inLocale(wordingFor(wording, audience)) : wordingFor(own, audience);
    },
    line: inLocale,
  }) as object; // same keys as the framework, parsed below
  const state = catalogue?.state ?? (translation === undefined ? undefined : 'draft');
  return EditionSchema.parse({
    ...localised,
    audience,
    set: framework.sets[audience],
    ...(state === undefined ? {} : { translation: { locale, state } }),
  });
}

/** Every wording of a framework with its key, as stewards and checkers need them. */
export function wordingsOf(framework: Framework): Map<string, Wording> {
  const found = new Map<string, Wording>();
  localise(framework, '', framework.audiences[0] ?? 'family', {
    text: (key, wording) => {
      found.set(key, wording);
      return '';
    },
    line: (source) => source,
  });
  return found;
}

/** The texts that tellers read, each once, in the order they come: what a translation has to hold. */
export function textsRead(framework: Framework): Set<string> {
  const read = new Set<string>();
  const note = (source: string): string => {
    read.add(source);
    return source;
  };
  for (const audience of framework.audiences) {
    localise(asked(framework, audience), '', audience, {
      text: (_, wording) => note(wordingFor(wording, audience)),
      line: note,
    });
  }
  return read;
}

/** A framework with only what an audience's steps ask. */
function asked(framework: Framework, audience: Audience): Framework {
  const set = framework.sets[audience];
  if (set === undefined) throw new Error(`framework ${framework.id} has no set for ${audience}`);
  const steps = new Set(set.steps);
  const inSet = ({ id }: { id: string }) => steps.has(id);
  return {
    ...framework,
    signifiers: framework.signifiers.filter(inSet),
    questions: framework.questions.filter(inSet),
    consents: framework.consents.filter(inSet),
  };
}

interface Say {
  /** A text with the wordings of all audiences. */
  text(key: string, wording: Wording): string;
  /** One line of a list that only this audience reads. */
  line(source: string): string;
}

/** Walks the framework; an object whose keys are all audiences is a text. Keys are paths of ids: `signifiers.triad.right.stem`. */
function localise(value: unknown, path: string, audience: Audience, say: Say): unknown {
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) =>
      localise(entry, textKey(path, idOf(entry) ?? String(index)), audience, say),
    );
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => (AUDIENCES as readonly string[]).includes(key))) {
    const texts = Object.values(value) as unknown[];
    if (texts.every((text) => typeof text === 'string')) return say.text(path, value); // checked on this line and the one above
    // A list of texts: no fallback, starters of another audience do not fit.
    const lines = (value as Record<string, string[] | undefined>)[audience] ?? []; // `list` of the shape: all else was a text
    return lines.map((line) => say.line(line));
  }
  return Object.fromEntries(
    entries
      .filter(([key]) => !LEFT_OUT.has(key))
      .map(([key, entry]) => [key, localise(entry, textKey(path, key), audience, say)]),
  );
}
