import { LowerSharingRequestSchema } from '$lib/protocol/receipts';
import { problem } from '$lib/server/problem';
import { lowerSharing } from '$lib/server/receipts/look-up';
import { readReceiptBody, receiptAnswer } from '$lib/server/receipts/receipt-body';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  const body = await readReceiptBody(request, LowerSharingRequestSchema);
  if (body.kind === 'refused') return body.response;
  const { sharing, ...asked } = body.asked;
  const lowered = await lowerSharing(services(), { ...asked, address: getClientAddress() }, sharing);
  if (lowered.kind === 'wait') return problem('too_many_tries', undefined, lowered.seconds);
  return receiptAnswer(lowered.response);
};
