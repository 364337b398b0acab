import type * as z from 'zod/mini';
import { readJsonBody } from '../accept/read-body';
import { problem } from '../problem';

const MAX_BYTES = 1024;

/** The body of a request about a receipt, read and parsed; or the refusal to answer with. */
export async function readReceiptBody<T>(
  request: Request,
  schema: z.ZodMiniType<T>,
): Promise<{ kind: 'asked'; asked: T } | { kind: 'refused'; response: Response }> {
  const body = await readJsonBody(request, MAX_BYTES);
  const refused = (response: Response) => ({ kind: 'refused' as const, response });
  if (body.kind !== 'json') return refused(problem(body.kind === 'too_large' ? 'too_large' : 'bad_request'));
  const parsed = schema.safeParse(body.value);
  return parsed.success ? { kind: 'asked', asked: parsed.data } : refused(problem('bad_request'));
}

/** An answer about a receipt is nobody's to keep. */
export function receiptAnswer(answer: object): Response {
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
