import { error } from '@sveltejs/kit';
import { publicPolicy } from '$lib/analysis/disclosure/policy';
import { currentRelease } from '$lib/server/disclosure/current-release';
import { exploredProgramme } from '$lib/server/explore/explored';
import { problemMessage } from '$lib/server/problem';
import { services } from '$lib/server/services';
import { enterPage } from '../../../enter.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const member = await enterPage(event, event.params.programme, 'release.read');
  const explored = await exploredProgramme(member.programme);
  if (explored === null) error(404, problemMessage('not_found'));
  const { programme, framework } = explored;
  const { name, state, origin } = programme;
  const { k, clusters } = publicPolicy(programme.policies);
  return {
    programme: { name, state, origin },
    notice: framework.status === 'draft' ? framework.notice : null,
    fewest: { k, clusters },
    answer: await currentRelease(services(), programme, framework),
  };
};
