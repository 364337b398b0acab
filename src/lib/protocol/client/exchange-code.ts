import { ExchangeResponseSchema, type ExchangeRequest, type ExchangeResponse } from '../exchange';
import { API } from '../routes';
import { callApi, type Answer, type Fetcher } from './call-api';

const TIMEOUT_MS = 15_000;

/** A collector's code for a token that can write stories and read nothing. */
export function exchangeCode(code: string, fetcher?: Fetcher, signal?: AbortSignal): Promise<Answer<ExchangeResponse>> {
  const body = JSON.stringify({ code } satisfies ExchangeRequest);
  return callApi({ url: API.exchange, body, answer: ExchangeResponseSchema, timeoutMs: TIMEOUT_MS, signal }, fetcher);
}
