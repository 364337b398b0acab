import { randomBytes } from 'node:crypto';

/** A new key for what a story or a file holds, as it is kept: 256 random bits in hex. It goes with its row. */
export function drawContentKey(): string {
  return randomBytes(32).toString('hex');
}
