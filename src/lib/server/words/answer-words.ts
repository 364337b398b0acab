import { displayTier } from '../../analysis/disclosure/display-tier';
import { guardComparison, type Numbers } from '../../analysis/disclosure/guard-comparison';
import { analystPolicy, type DisclosurePolicy } from '../../analysis/disclosure/policy';
import { storyBits, type StoryBits } from '../../analysis/disclosure/story-bits';
import { sampledRows } from '../../analysis/patterns/sampled-rows';
import { seededRandom } from '../../analysis/random/seeded-random';
import { MAX_SOURCES, type Clause } from '../../columns/clause';
import { decodeClauses, encodeClauses } from '../../columns/clause-link';
import type { Kernel } from '../../columns/kernel';
import type { Programme } from '../../domain/programme/programme';
import type { WordsRequest, WordsResponse } from '../../protocol/word-use';
import { compareWords, type ComparedWords, type SidedText } from './compare-words';
import type { CorpusText } from './corpus';
import type { Readings } from './readings';
import type { ToldSelections } from './told-selections';

/** Texts compared at most; of more a part is drawn by lot, the same for everybody. */
const MOST_TEXTS = 20_000;

interface Asking {
  /** The person's id: differences are looked for among their own questions. */
  readonly person: string;
  readonly programme: Pick<Programme, 'slug' | 'policies'>;
  readonly told: ToldSelections;
}

/** The words of two groups of texts; null where a part of the question means nothing here. */
export function answerWords(readings: Readings, request: WordsRequest, asking: Asking): WordsResponse | null {
  const { corpus, kernel, etag } = readings;
  const parts = [request.within, request.first, request.second ?? ''].map(decodeClauses);
  if (parts.some(({ clauses, refused }) => refused.length > 0 || !answerable(kernel, clauses))) return null;
  const [within = [], first = [], second = []] = parts.map(({ clauses }) => clauses);

  const policy = analystPolicy(asking.programme.policies);
  const rows = rowsBySerial(readings);
  const languages = languagesOf(readings, rows, policy);
  const language = languages.find((each) => each.language === request.language)?.language ?? languages[0]?.language;
  if (language === undefined) return { kind: 'no_texts' };
  const every = corpus.texts.filter((text) => text.language === language);
  const texts = drawn(every, `words/${asking.programme.slug}/${language}`);

  const selected = (clauses: readonly Clause[]): ((text: CorpusText) => boolean) => {
    // The kernel's array is its own until its next selection.
    const fail = kernel.select(clauses, []).fail.slice();
    return ({ serial }) => fail[rows.get(serial) ?? -1] === 0;
  };
  const inWithin = selected(within);
  const inFirst = selected(first);
  const inSecond = selected(second);
  const sides = texts.map((text): SidedText['side'] | null => {
    if (!inWithin(text)) return null;
    const [first, second] = [inFirst(text), request.second === null ? !inFirst(text) : inSecond(text)];
    // A story in both groups would pull both the same way.
    if (first === second) return null;
    return first ? 'first' : 'second';
  });

  const clusters = texts.map(({ serial }) => kernel.snapshot.cluster[rows.get(serial) ?? 0] ?? 0);
  const key = [asking.person, asking.programme.slug, etag, language].join(' ');
  const set = (side: SidedText['side']): StoryBits => storyBits(texts.length, (at) => sides[at] === side);
  const question =
    parts.map(({ clauses }) => encodeClauses(clauses)).join('|') + (request.second === null ? '|rest' : '');
  const groups = { question, first: set('first'), second: set('second') };
  const guarded = guardComparison(groups, clusters, asking.told.of(key, texts.length), policy);
  if (guarded.kind === 'refused') {
    const why = guarded.by === 'earlier' ? 'like_earlier' : 'few';
    return { kind: 'refused', why, group: guarded.by === 'second' ? 'second' : 'first', language, languages };
  }
  asking.told.keep(key, guarded.told);

  const sided = texts.flatMap(({ serial, words }, at): SidedText[] => {
    const side = sides[at];
    const cluster = clusters[at] ?? 0;
    return side ? [{ serial, side, cluster, words: Array.from(words, (word) => corpus.words[word] ?? '') }] : [];
  });
  return {
    kind: 'compared',
    language,
    languages,
    first: sizeOf(sided, 'first'),
    second: sizeOf(sided, 'second'),
    drawnFrom: texts.length < every.length ? every.length : null,
    numbers: guarded.numbers,
    ...withNumbers(compareWords(sided, policy), guarded.numbers),
  };
}

/** The words stand in their order either way: which group uses a word more is what was asked. */
function withNumbers({ tested, more, fewer }: ComparedWords, numbers: Numbers): ComparedWords {
  if (numbers === 'exact') return { tested, more, fewer };
  const bare = (words: ComparedWords['more']) => words.map((each) => ({ ...each, first: null, second: null }));
  return { tested, more: bare(more), fewer: bare(fewer) };
}

function answerable(kernel: Kernel, clauses: readonly Clause[]): boolean {
  return new Set(clauses.map(({ source }) => source)).size <= MAX_SOURCES && kernel.check(clauses).length === 0;
}

const known = new WeakMap<Readings, ReadonlyMap<number, number>>();

function rowsBySerial(readings: Readings): ReadonlyMap<number, number> {
  const before = known.get(readings);
  if (before) return before;
  const rows = new Map<number, number>();
  readings.kernel.snapshot.serial.forEach((serial, row) => rows.set(serial, row));
  known.set(readings, rows);
  return rows;
}

/** Most told first; the number of texts only where they are no few and of no few sessions. */
function languagesOf(
  { corpus, kernel }: Readings,
  rows: ReadonlyMap<number, number>,
  policy: DisclosurePolicy,
): { language: string; stories: number | null }[] {
  const byLanguage = new Map<string, number[]>();
  for (const { language, serial } of corpus.texts) {
    const own = byLanguage.get(language) ?? [];
    own.push(kernel.snapshot.cluster[rows.get(serial) ?? 0] ?? 0);
    byLanguage.set(language, own);
  }
  return [...byLanguage]
    .sort(([one, p], [other, q]) => q.length - p.length || (one < other ? -1 : 1))
    .map(([language, clusters]) => {
      const few = displayTier(clusters.length, new Set(clusters).size, policy) === 'nothing';
      return { language, stories: few ? null : clusters.length };
    });
}

function drawn(texts: readonly CorpusText[], seed: string): readonly CorpusText[] {
  if (texts.length <= MOST_TEXTS) return texts;
  const rows = sampledRows(texts.length, MOST_TEXTS, seededRandom(seed));
  return Array.from(rows).flatMap((row) => texts[row] ?? []);
}

function sizeOf(texts: readonly SidedText[], side: SidedText['side']): { stories: number; sessions: number } {
  const own = texts.filter((text) => text.side === side);
  return { stories: own.length, sessions: new Set(own.map(({ cluster }) => cluster)).size };
}
