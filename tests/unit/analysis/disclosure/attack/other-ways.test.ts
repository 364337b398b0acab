import { describe, expect, it } from 'vitest';
import { extremesShown, extremesShownBy } from '$lib/analysis/disclosure/extremes';
import { groupOf } from '$lib/analysis/disclosure/group';
import { guardWords, guardWordsBy } from '$lib/analysis/disclosure/guard-words';
import type { DisclosurePolicy } from '$lib/analysis/disclosure/policy';
import { releaseDue, releaseDueBy } from '$lib/analysis/disclosure/release-due';
import { ALL_RULES, type DisclosureRule } from '$lib/analysis/disclosure/rules';
import { seededRandom } from '$lib/analysis/random/seeded-random';

const PUBLIC: DisclosurePolicy = { k: 10, clusters: 3, largestShare: 0.6, roundTo: 5, wordStories: 5 };
const without = (rule: DisclosureRule) => new Set([...ALL_RULES].filter((name) => name !== rule));

/** Probing with words: invented collections in which names are used once or twice; is one of them ever shown? */
function nameFound(guard: typeof guardWords): string | null {
  for (let number = 0; number < 1000; number += 1) {
    const random = seededRandom(`words/${number}`);
    const rows = 5 + random.below(120);
    const cluster = Uint32Array.from({ length: rows }, () => random.below(12));
    const uses = Array.from({ length: 30 }, (_, word) => {
      const share = random.next() ** 4;
      const used = Array.from({ length: rows }, (_, row) => row).filter(() => random.next() < share);
      return { word: `word${word}`, stories: groupOf(used, cluster) };
    }).filter(({ stories }) => stories.stories > 0);
    const whole = groupOf(Array(rows).keys(), cluster);
    for (const { word, stories } of guard(whole, uses, PUBLIC)) {
      const use = uses.find((one) => one.word === word)?.stories;
      if (use === undefined) continue;
      if (use.stories < 5 || use.clusters.size < 3) return `${word}: in ${use.stories} stories`;
      if (stories !== null && use.stories < PUBLIC.k) return `${word}: the number ${stories}`;
    }
  }
  return null;
}

describe('probing with words', () => {
  it('finds no word of fewer than 5 stories or 3 gatherings, and no number under k', () => {
    expect(nameFound(guardWords)).toBeNull();
  });
  it('finds a name without the rule words', () => {
    expect(nameFound(guardWordsBy(without('words')))).not.toBeNull();
  });
  it('finds words of a group too small to be shown without the rule itself', () => {
    const clusters = Uint32Array.from({ length: 6 }, (_, row) => row);
    const uses = [{ word: 'taxi', stories: groupOf(Array(6).keys(), clusters) }];
    const whole = groupOf(Array(6).keys(), clusters);
    expect(guardWords(whole, uses, PUBLIC)).toEqual([]);
    expect(guardWordsBy(without('itself'))(whole, uses, PUBLIC)).toHaveLength(1);
  });
});

/** Looking after every single story: a release that appears between two looks tells which story made it. */
function watched(due: typeof releaseDue): string | null {
  for (let number = 0; number < 200; number += 1) {
    const random = seededRandom(`watch/${number}`);
    const cluster = Uint32Array.from({ length: 120 }, () => random.below(30));
    let last: { quarter: string; arrived: number } | null = null;
    let looked = '';
    for (let arrived = 1; arrived <= 120; arrived += 1) {
      const quarter = `2026-Q${1 + Math.floor((arrived - 1) / 30)}`;
      const rows = Array.from({ length: arrived - (last?.arrived ?? 0) }, (_, i) => (last?.arrived ?? 0) + i);
      if (due(quarter, last, groupOf(rows, cluster), PUBLIC)) {
        // Nothing at the look before in this very quarter, a release now: the new ones before this story were k - 1.
        if (last !== null && looked === quarter && rows.length - 1 < PUBLIC.k)
          return `${rows.length - 1} new stories before this one`;
        last = { quarter, arrived };
      }
      looked = quarter;
    }
  }
  return null;
}

describe('watching for a release', () => {
  it('never shows by its moment how many stories came', () => {
    expect(watched(releaseDue)).toBeNull();
  });
  it('does without the rule quarter', () => {
    expect(watched(releaseDueBy(without('quarter')))).not.toBeNull();
  });
});

/** A mark at the least answer of a group is the answer of whoever gave the least: one person, if nobody ties. */
function onePersonsAnswer(shown: typeof extremesShown): string | null {
  for (let n = 10; n < 30; n += 1) {
    const random = seededRandom(`extremes/${n}`);
    const answers = Array.from({ length: n }, () => random.next()).sort((one, other) => one - other);
    if (shown(n) && answers[0] !== answers[1]) return `somebody of ${n} answered ${answers[0]}`;
  }
  return null;
}

describe('reading the outermost dot', () => {
  it('is not possible under 30 stories', () => {
    expect(onePersonsAnswer(extremesShown)).toBeNull();
    expect(extremesShown(30)).toBe(true);
  });
  it('is without the rule extremes', () => {
    expect(onePersonsAnswer(extremesShownBy(without('extremes')))).not.toBeNull();
  });
});
