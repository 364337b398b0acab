import * as z from 'zod/mini';
import { PublicCollectorSchema } from '../domain/programme/collector';

/** POST /api/v1/collectors/exchange: a code that people type becomes a token that can write stories and read nothing. */
export const ExchangeRequestSchema = z.object({ code: z.string().check(z.maxLength(40)) });
export type ExchangeRequest = z.infer<typeof ExchangeRequestSchema>;

export const ExchangeResponseSchema = z.object({
  protocol: z.int(),
  /** 256 random bits, base64url; the server keeps its hash only. */
  token: z.string().check(z.minLength(40)),
  collector: PublicCollectorSchema,
});
export type ExchangeResponse = z.infer<typeof ExchangeResponseSchema>;
