import type { Capture } from './capture';
import type { Definition } from './read-definition';

/** What is odd in captures that could be read all the same; said, because somebody may know why. */
export function oddities(
  records: readonly Readonly<Record<string, string>>[],
  captures: readonly Capture[],
  { framework }: Definition,
): string[] {
  return framework.signifiers.flatMap((signifier) => {
    const said = `“${signifier.title}”`;
    if (signifier.kind === 'triad') {
      const names = signifier.labels.map((label) => `${signifier.id}_${label.id}`);
      const outside = records.filter((cells) => names.some((name) => Number(cells[name]) < 0));
      return outside.length === 0
        ? []
        : [`${said}: positions just outside the triangle, put on its edge: ${outside.length}`];
    }
    if (signifier.kind !== 'choice') return [];
    const known = new Set(signifier.options.map((option) => option.id));
    return captures.flatMap(({ story }, index) => {
      const answer = story.answers[signifier.id];
      const chosen = answer?.state === 'answered' && answer.kind === 'choice' ? answer.chosen : [];
      const unknown = chosen.filter((option) => !known.has(option));
      return unknown.map(
        (option) => `${said}, row ${index + 2}: the definition has no item ${option}; kept under that name`,
      );
    });
  });
}
