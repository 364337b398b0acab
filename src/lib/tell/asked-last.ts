import type { Audience } from '../domain/audience';
import { knownAudiences } from './first-look';

// Whom each link asks for, so that its cards stand at once on the next visit; nothing of any teller.
const key = (code: string) => `sheaf.asks.${code}`;

export function askedLast(code: string): Audience[] {
  try {
    return knownAudiences((localStorage.getItem(key(code)) ?? '').split(' '));
  } catch {
    return []; // storage is closed to us
  }
}

export function rememberAsked(code: string, audiences: readonly Audience[]): void {
  try {
    localStorage.setItem(key(code), audiences.join(' '));
  } catch {
    // The next visit asks the device.
  }
}
