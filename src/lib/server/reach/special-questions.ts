import { setImmediate } from 'node:timers/promises';
import { publicPolicy } from '../../analysis/disclosure/policy';
import { batchOf, specialCounts, type SpecialAnswer } from '../../analysis/disclosure/special-counts';
import type { Framework, FrameworkQuestion } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import type { ReachResponse } from '../../protocol/reach';
import { clusterOf } from '../explore/cluster';
import type { Store } from '../store/port';

const PAGE = 500;

/**
 * Counts of the special reach questions of a programme, for the whole city only (DOMAIN 5.3.8), by the rules of public
 * figures. In the order of arrival, which is what decides when a count may move.
 */
export async function specialQuestions(
  store: Pick<Store, 'storiesOf'>,
  programme: Programme,
  framework: Framework,
): Promise<ReachResponse> {
  const questions = framework.questions.filter(({ reach }) => reach);
  const answers = new Map<string, SpecialAnswer[]>(questions.map(({ id }) => [id, []]));
  const clusters = new Map<string, number>();
  for (let after = -1; questions.length > 0;) {
    const page = await store.storiesOf(programme.slug, after, PAGE);
    for (const stored of page) {
      const name = clusterOf(stored);
      const cluster = clusters.get(name) ?? clusters.size;
      clusters.set(name, cluster);
      for (const question of questions) {
        const answer = answerTo(question, stored.story.about.questions[question.id], cluster);
        if (answer) answers.get(question.id)?.push(answer);
      }
    }
    const last = page[page.length - 1];
    if (last === undefined || page.length < PAGE) break;
    after = last.serial;
    await setImmediate();
  }
  const policy = publicPolicy(programme.policies);
  return {
    batch: batchOf(policy),
    questions: questions.map(({ id, options }) => {
      const counts = specialCounts(answers.get(id) ?? [], options.length, policy);
      return {
        id,
        asked: counts.asked,
        options: options.map((option, i) => ({ id: option.id, stories: counts.options[i] ?? null })),
      };
    }),
  };
}

type Told = { readonly state: string; readonly kind?: string; readonly chosen?: readonly string[] } | undefined;

/** Null where the question was not asked. */
function answerTo({ options }: FrameworkQuestion, told: Told, cluster: number): SpecialAnswer | null {
  if (told === undefined) return null;
  const chosen = told.chosen ?? [];
  return { cluster, chosen: options.flatMap(({ id }, i) => (chosen.includes(id) ? [i] : [])) };
}
