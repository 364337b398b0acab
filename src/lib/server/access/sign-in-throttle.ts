import { Throttle } from './throttle';

const MINUTE = 60_000;
const WAITS = { firstWaitMs: 5_000, longestWaitMs: 15 * MINUTE, forgetAfterMs: 60 * MINUTE };

/**
 * Three counters, because each alone can be walked round or turned against people: one person at one address is
 * slowed after a few tries; an account tried from many addresses later, so that nobody is locked out by a stranger
 * with five guesses; an address that tries many accounts later still, since a whole council shares one.
 */
export class SignInThrottle {
  readonly #pair = new Throttle({ free: 5, ...WAITS });
  readonly #account = new Throttle({ free: 20, ...WAITS });
  readonly #address = new Throttle({ free: 60, ...WAITS });

  /**
   * Counts the try and says how many seconds to wait instead of trying; 0 = go on.
   * @param address any key that stands for the network it comes from
   */
  begin(email: string, address: string, now: Date): number {
    const at = now.getTime();
    const counters = this.#countersOf(email, address);
    const wait = Math.max(...counters.map(([throttle, key]) => throttle.waitOf(key, at)));
    if (wait > 0) return Math.ceil(wait / 1000);
    for (const [throttle, key] of counters) throttle.begin(key, at);
    return 0;
  }

  succeeded(email: string, address: string): void {
    for (const [throttle, key] of this.#countersOf(email, address).slice(0, 2)) throttle.forgive(key);
  }

  #countersOf(email: string, address: string): [Throttle, string][] {
    const account = email.trim().toLowerCase();
    return [
      [this.#pair, `${address} ${account}`],
      [this.#account, account],
      [this.#address, address],
    ];
  }
}

/** One household or office has 2^64 IPv6 addresses: the first four groups name it. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [before = '', after] = address.split('::');
  const head = before.split(':').filter(Boolean);
  if (after === undefined) return head.slice(0, 4).join(':');
  const tail = after.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
