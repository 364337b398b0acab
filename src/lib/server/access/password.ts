import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, 2025: argon2id (the library's own default variant), 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** NFKC, so that a password typed on another keyboard, composed otherwise, stays the same password (NIST SP 800-63B 3.1.1.2). */
const typed = (password: string): string => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), COST);
}

export function verifyPassword(stored: { hash: string; password: string }): Promise<boolean> {
  return verify(stored.hash, typed(stored.password));
}
