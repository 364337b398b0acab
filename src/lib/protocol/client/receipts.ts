import {
  ReceiptResponseSchema,
  WithdrawResponseSchema,
  type LowerSharingRequest,
  type ReceiptRequest,
  type ReceiptResponse,
  type WithdrawResponse,
} from '../receipts';
import { API } from '../routes';
import { callApi, type Answer, type Fetcher } from './call-api';

const TIMEOUT_MS = 20_000;

/** What a receipt finds. */
export function lookUpReceipt(asked: ReceiptRequest, fetcher?: Fetcher): Promise<Answer<ReceiptResponse>> {
  return callApi(
    { url: API.receipt, body: JSON.stringify(asked), answer: ReceiptResponseSchema, timeoutMs: TIMEOUT_MS },
    fetcher,
  );
}

/** Lowers what may be done with the words. */
export function lowerSharing(asked: LowerSharingRequest, fetcher?: Fetcher): Promise<Answer<ReceiptResponse>> {
  return callApi(
    { url: API.lowerSharing, body: JSON.stringify(asked), answer: ReceiptResponseSchema, timeoutMs: TIMEOUT_MS },
    fetcher,
  );
}

/** Takes a story back, arrived or not. @param token of the collector, where the device has one: paced by it, not by address */
export function withdrawStory(
  asked: ReceiptRequest,
  token: string | null,
  fetcher?: Fetcher,
  signal?: AbortSignal,
): Promise<Answer<WithdrawResponse>> {
  const call = {
    url: API.withdraw,
    body: JSON.stringify(asked),
    answer: WithdrawResponseSchema,
    timeoutMs: TIMEOUT_MS,
  };
  return callApi({ ...call, ...(token === null ? {} : { token }), signal }, fetcher);
}
