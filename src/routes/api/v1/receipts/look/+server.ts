import { ReceiptRequestSchema } from '$lib/protocol/receipts';
import { problem } from '$lib/server/problem';
import { lookUp } from '$lib/server/receipts/look-up';
import { readReceiptBody, receiptAnswer } from '$lib/server/receipts/receipt-body';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  const body = await readReceiptBody(request, ReceiptRequestSchema);
  if (body.kind === 'refused') return body.response;
  const looked = await lookUp(services(), { ...body.asked, address: getClientAddress() });
  if (looked.kind === 'wait') return problem('too_many_tries', undefined, looked.seconds);
  return receiptAnswer(looked.response);
};
