import { ReceiptRequestSchema, type WithdrawResponse } from '$lib/protocol/receipts';
import { problem, storeProblem } from '$lib/server/problem';
import { readReceiptBody, receiptAnswer } from '$lib/server/receipts/receipt-body';
import { withdraw } from '$lib/server/receipts/withdraw';
import { services } from '$lib/server/services';
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
    const refused = storeProblem(error);
    if (refused !== null) return refused;
    throw error;
  }
};
