import type { Framework, FrameworkSignifier } from '../domain/framework/framework';
import type { Programme } from '../domain/programme/programme';
import type { Answer } from '../domain/signifier/answer';
import type { DictionaryEntry, SnapshotHead } from './snapshot';
import type { SnapshotRow } from './snapshot-row';

export type Dictionary = Pick<SnapshotHead, 'signifiers' | 'questions' | 'schemes' | 'prompts' | 'locales'>;

/**
 * What the numbers will mean. Options, areas and prompts that stories name but the framework no longer has (an earlier
 * version asked them) come last in their list: no answer is dropped from a count.
 */
export function dictionaryOf(programme: Programme, framework: Framework, rows: readonly SnapshotRow[]): Dictionary {
  const others = framework.place.others.map((other) => other.id);
  return {
    signifiers: framework.signifiers.map((signifier) =>
      entryOf(signifier, () => rows.map(({ story }) => story.answers[signifier.id])),
    ),
    // Special reach questions are counted for the whole city only and never crossed with anything.
    questions: framework.questions
      .filter((question) => question.reach !== true)
      .map((question) => entryOf(question, () => rows.map(({ story }) => story.about.questions[question.id]))),
    schemes: programme.areaSchemes.map((scheme) => {
      const known = scheme.areas.map((area) => area.id);
      const said = rows.map(({ story }) => story.about.places[scheme.id]?.area);
      const areas = [...known, ...newIn(said, [...known, ...others])];
      return { id: scheme.id, areas: [...areas, ...others], others: others.length };
    }),
    prompts: withOthers(
      framework.prompts.map((prompt) => prompt.id),
      rows.map(({ story }) => story.prompt ?? undefined),
    ),
    locales: newIn(
      rows.map(({ story }) => story.locale),
      [],
    ).sort(),
  };
}

function entryOf(signifier: FrameworkSignifier, answers: () => (Answer | undefined)[]): DictionaryEntry {
  const { id } = signifier;
  switch (signifier.kind) {
    case 'triad':
      return { kind: 'triad', id, labels: signifier.labels.map((label) => label.id) };
    case 'slider':
      return { kind: 'slider', id, labels: signifier.ends.map((end) => end.id) };
    case 'stones':
      return { kind: 'stones', id, canvas: signifier.canvas.kind, stones: signifier.stones.map((stone) => stone.id) };
    case 'choice': {
      const chosen = answers().map((answer) =>
        answer?.state === 'answered' && answer.kind === 'choice' ? answer.chosen : [],
      );
      const many = signifier.maxChosen > 1 || chosen.some((options) => options.length > 1);
      const known = signifier.options.map((option) => option.id);
      return { kind: 'choice', id, options: withOthers(known, chosen.flat()), many };
    }
    case 'text':
      return { kind: 'text', id };
    case 'number':
      return { kind: 'number', id };
  }
}

function withOthers(known: readonly string[], said: readonly (string | undefined)[]): string[] {
  return [...known, ...newIn(said, known)];
}

function newIn(said: readonly (string | undefined)[], known: readonly string[]): string[] {
  const found = new Set(said);
  for (const id of known) found.delete(id);
  return [...found].filter((id) => id !== undefined);
}
