import type * as z from 'zod/mini';
import { problem } from '../problem';

const MOST_CHARACTERS = 16_384;

/** A small JSON body, parsed once at the edge; the refusal to answer with when it is not what was asked for. */
export async function readBody<S extends z.ZodMiniType>(request: Request, schema: S): Promise<z.infer<S> | Response> {
  const text = await request.text();
  if (text.length > MOST_CHARACTERS) return problem('too_large');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return problem('bad_request');
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : problem('bad_request');
}
