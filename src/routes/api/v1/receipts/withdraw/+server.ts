import { ReceiptRequestSchema, type WithdrawResponse } from '$lib/protocol/receipts';
import { problem } from '$lib/server/problem';
import { readReceiptBody, receiptAnswer } from '$lib/server/receipts/receipt-body';
import { withdraw } from '$lib/server/receipts/withdraw';
import { services } from '$lib/server/services';
import { codeOf, isStorageFull } from '$lib/server/store/sqlite/driver';
import { bearerToken } from '$lib/server/token';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  const body = await readReceiptBody(request, ReceiptRequestSchema);
  if (body.kind === 'refused') return body.response;
  const asked = { ...body.asked, address: getClientAddress() };
  try {
    const withdrawn = await withdraw(services(), asked, bearerToken(request));
    if (withdrawn.kind === 'wait') return problem('too_many_tries', undefined, withdrawn.seconds);
    return receiptAnswer({ withdrawn: true } satisfies WithdrawResponse);
  } catch (error) {
    // The database says it in its way, the journal's file in the system's.
    if (isStorageFull(error) || codeOf(error) === 'ENOSPC') return problem('storage_full', undefined, 60);
    throw error;
  }
};
