import { DIMENSION, type Dimension } from '../../columns/dimension';
import type { Kernel } from '../../columns/kernel';
import type { Heard, ReachAnswer, ReachGroups } from './reach-answer';

/**
 * Stories and sessions of every place, audience and answer about the teller. Special reach questions are in no column, so
 * they cannot come in here.
 */
export function countReach(kernel: Kernel): ReachAnswer {
  const { snapshot, dimensions } = kernel;
  const asked = new Set(snapshot.head.questions.map(({ id }) => id));
  const wanted = dimensions.filter(
    ({ id }) =>
      asked.has(id) || id.startsWith(DIMENSION.place('')) || id === DIMENSION.audience || id === DIMENSION.locale,
  );
  return {
    stories: snapshot.rows,
    sessions: new Set(snapshot.cluster).size,
    groups: wanted
      .flatMap((dimension) => groupsOf(kernel, dimension) ?? [])
      .filter(({ notAsked }) => notAsked < snapshot.rows),
  };
}

function groupsOf(kernel: Kernel, dimension: Dimension): ReachGroups | null {
  if (dimension.kind !== 'category' && dimension.kind !== 'multiple') return null;
  const { id, options } = dimension;
  const everything = kernel.count(id, new Uint8Array(kernel.snapshot.rows).fill(1));
  return {
    id,
    heard: options.map((option) => heardOf(kernel, id, option)),
    unanswered: everything.states.unanswered,
    notAsked: everything.states.notAsked,
  };
}

function heardOf(kernel: Kernel, dimension: string, option: string): Heard {
  const { snapshot } = kernel;
  const { fail } = kernel.select([{ kind: 'options', source: dimension, dimension, options: [option] }], []);
  const sessions = new Set<number>();
  let stories = 0;
  let lastMonth = -1;
  for (let row = 0; row < snapshot.rows; row += 1) {
    if (fail[row] !== 0) continue;
    stories += 1;
    sessions.add(snapshot.cluster[row] ?? 0);
    lastMonth = Math.max(lastMonth, snapshot.month[row] ?? 0);
  }
  return { option, stories, sessions: sessions.size, lastMonth: stories === 0 ? null : lastMonth };
}
