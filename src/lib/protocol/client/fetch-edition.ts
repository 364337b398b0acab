import type { Audience } from '../../domain/audience';
import { EditionSchema, type Edition } from '../../domain/framework/edition';
import type { FrameworkRef } from '../../domain/framework/framework';
import { API } from '../routes';
import { callApi, type Answer, type Fetcher } from './call-api';

const TIMEOUT_MS = 20_000;

/** In which language an edition is asked for. `words` names the translation, where it is one. */
export interface ReadIn {
  readonly locale: string;
  readonly words?: string;
}

/** What one audience reads of a published framework: it never changes, so a kept one is as good. */
export function fetchEdition(
  { id, version }: FrameworkRef,
  audience: Audience,
  { locale, words }: ReadIn,
  fetcher?: Fetcher,
  signal?: AbortSignal,
): Promise<Answer<Edition>> {
  const url = API.edition(id, version, audience, locale, words);
  return callApi({ url, answer: EditionSchema, timeoutMs: TIMEOUT_MS, signal }, fetcher);
}
