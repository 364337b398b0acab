import type { OfferedLanguage } from '../domain/programme/public-programme';
import { callApi, type Fetcher } from '../protocol/client/call-api';
import { API } from '../protocol/routes';
import { PublicProgrammeListSchema } from '../protocol/staff';

const TIMEOUT_MS = 10_000;

/**
 * The languages offered by any programme of this installation, for pages that belong to none. Where one of them offers
 * it as a draft it is a draft here. Empty where nothing is offered or nothing answers.
 */
export async function offeredHere(fetcher?: Fetcher): Promise<OfferedLanguage[]> {
  const call = { url: API.programmes, answer: PublicProgrammeListSchema, timeoutMs: TIMEOUT_MS };
  const answer = await callApi(call, fetcher);
  if (answer.kind !== 'answered') return [];
  const found = new Map<string, OfferedLanguage>();
  for (const language of answer.value.programmes.flatMap(({ languages = [] }) => languages)) {
    if (found.get(language.locale)?.state !== 'draft') found.set(language.locale, language);
  }
  return [...found.values()];
}
