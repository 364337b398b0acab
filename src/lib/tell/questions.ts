import type { Collectors } from '../device/device';
import type { Audience } from '../domain/audience';
import type { Edition } from '../domain/framework/edition';
import type { PublicCollector } from '../domain/programme/collector';
import type { Fetcher } from '../protocol/client/call-api';
import { fetchEdition, type ReadIn } from '../protocol/client/fetch-edition';
import { troubleOf, type Trouble } from './trouble';

export type Questions = { kind: 'questions'; edition: Edition } | { kind: 'trouble'; trouble: Trouble };

/**
 * An audience's edition in a language: from the device, since a published version never changes and a translation has a
 * name of its own, and only else from the server.
 */
export async function questionsFor(
  collector: PublicCollector,
  audience: Audience,
  readIn: ReadIn,
  collectors: Pick<Collectors, 'edition' | 'keepEdition'>,
  fetcher?: Fetcher,
): Promise<Questions> {
  const kept = readIn.words === undefined ? readIn.locale : `${readIn.locale}/${readIn.words}`;
  const here = await collectors.edition(collector.framework, audience, kept);
  if (here.kind === 'kept' && here.value !== null) return { kind: 'questions', edition: here.value };
  const asked = await fetchEdition(collector.framework, audience, readIn, fetcher);
  if (asked.kind !== 'answered') return { kind: 'trouble', trouble: troubleOf(asked, 'questions') };
  // Not kept is no reason not to tell: the edition is in the page's memory.
  await collectors.keepEdition(asked.value, kept);
  return { kind: 'questions', edition: asked.value };
}
