import * as z from 'zod/mini';

/** Every kind of refusal of the API. Screens choose their own words by `kind`; `message` is for people without a screen. */
export const PROBLEM_KINDS = [
  'bad_request',
  'too_large',
  'unsupported_version',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'unknown_code',
  'collector_closed',
  'token_not_valid',
  'too_many_tries',
  'busy',
  'storage_full',
  'conflict',
  'server_fault',
] as const;

/** What happened, what is safe, what to do next (never a stack, a query or a person's words). */
export const ProblemSchema = z.object({
  kind: z.enum(PROBLEM_KINDS),
  message: z.string(),
  retryAfterSeconds: z.optional(z.number()),
});
export type Problem = z.infer<typeof ProblemSchema>;
export type ProblemKind = Problem['kind'];

export const PROBLEM_STATUS: Readonly<Record<ProblemKind, number>> = {
  bad_request: 400,
  too_large: 413,
  unsupported_version: 426,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  unknown_code: 404,
  collector_closed: 410,
  token_not_valid: 401,
  too_many_tries: 429,
  busy: 503,
  storage_full: 507,
  conflict: 409,
  server_fault: 500,
};
