import { EpochAnswerSchema, type EpochAnswer } from '../epoch';
import { API } from '../routes';
import { callApi, type Answer, type Fetcher } from './call-api';

const TIMEOUT_MS = 15_000;

export function askEpoch(fetcher?: Fetcher, signal?: AbortSignal): Promise<Answer<EpochAnswer>> {
  return callApi({ url: API.epoch, answer: EpochAnswerSchema, timeoutMs: TIMEOUT_MS, signal }, fetcher);
}
