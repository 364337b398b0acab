import content from '$lib/domain/framework/content/sheffield-send.json';
import { AUDIENCES, type Audience } from '$lib/domain/audience';
import { editionFor } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import type { Catalogue } from '$lib/i18n/catalogue';

/** What one audience reads in one place: all that a step of the framework asks, or the messages of one screen. */
export interface Place {
  /** "framework triad.right", "tell trouble" */
  readonly name: string;
  readonly texts: readonly string[];
}

/** Catalogues that no teller is shown. A new catalogue is read by tellers until it stands here. */
const OF_STAFF =
  /\/(access|care|contact|counts|explore|languages|links|patterns|plots|reach|regions|shifts|studio|tables|telling-rules|told|voices|word-use)\.ts$/;

/** And what a child does not meet: it begins at a link or a code that somebody gives it, not at the front door. */
const OF_ADULTS = /^(door|fault)$/;

const modules = import.meta.glob<Record<string, Catalogue>>('/src/lib/i18n/en/*.ts', { eager: true });
const catalogues = Object.entries(modules).flatMap(([path, exported]) =>
  OF_STAFF.test(path)
    ? []
    : Object.values(exported).map((catalogue) => ({ name: path.replace(/^.*\/|\.ts$/g, ''), catalogue })),
);

export function placesOf(audience: Audience): Place[] {
  return [...frameworkPlaces(audience), ...cataloguePlaces(audience)];
}

/** Keys of `tell` that are shown on pages of no link. */
const OF_ITS_FRAME = /^(product|help|notice\.translation|start\.language)(\.|$)/;

/** Every text of My stories and of the receipt page by itself: nobody has said there who they are, so all read the same. */
export function textsOfNobody(): Place[] {
  const own = new RegExp(`\\.(${AUDIENCES.join('|')})$`);
  return catalogues
    .filter(({ name }) => /^(receipts|reading-help|reading-settings|tell)$/.test(name))
    .flatMap(({ name, catalogue }) =>
      Object.entries(catalogue)
        .filter(([key]) => !own.test(key) && (name !== 'tell' || OF_ITS_FRAME.test(key)))
        .map(([key, message]) => ({
          name: `${name} ${key}`,
          texts: typeof message === 'string' ? [message] : Object.values(message),
        })),
    );
}

function frameworkPlaces(audience: Audience): Place[] {
  const { prompts, signifiers, questions, consents, ...rest } = editionFor(FrameworkSchema.parse(content), audience);
  const stepped = new Set(rest.set.steps);
  const asked = [...prompts, ...signifiers, ...questions, ...consents].filter(({ id }) => stepped.has(id));
  return [
    ...asked.map((step) => ({ name: `framework ${step.id}`, texts: wordsIn(step) })),
    ...(['story', 'sharing', 'helpMe', 'safety', 'closing'] as const).map((part) => ({
      name: `framework ${part}`,
      texts: wordsIn(rest[part]),
    })),
  ];
}

/** Every text below a value: ids, icons and names of keys are none. */
function wordsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /^(id|kind|symbol|icon|locale|tel|number)$/.test(key) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, Array.isArray(value) ? key : name));
}

/** `key.child` stands in for `key` where there is one, as on the screen. */
function cataloguePlaces(audience: Audience): Place[] {
  const own = new RegExp(`\\.(${AUDIENCES.join('|')})$`);
  return catalogues.flatMap(({ name, catalogue }) => {
    if (audience === 'child' && OF_ADULTS.test(name)) return [];
    const screens = new Map<string, string[]>();
    for (const key of Object.keys(catalogue)) {
      if (own.test(key)) continue;
      const message = catalogue[`${key}.${audience}`] ?? catalogue[key] ?? '';
      const screen = `${name} ${key.split('.')[0] ?? ''}`;
      const texts = typeof message === 'string' ? [message] : Object.values(message);
      screens.set(screen, [...(screens.get(screen) ?? []), ...texts]);
    }
    return [...screens].map(([screen, texts]) => ({ name: screen, texts }));
  });
}
