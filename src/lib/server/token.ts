import { createHash } from 'node:crypto';

/** 256 random bits as base64url, 43 characters. */
export function newToken(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** What is kept of a token. Long random tokens need no slow hash: there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token of an `Authorization: Bearer` header, or null. */
export function bearerToken(request: { readonly headers: Pick<Headers, 'get'> }): string | null {
  return /^Bearer ([A-Za-z0-9_-]{40,200})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}
