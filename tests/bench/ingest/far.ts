import { setTimeout as pause } from 'node:timers/promises';
import { Transform } from 'node:stream';

/** A line as a family hub may have it, where both ends of a measurement lie on one machine. */
export interface Line {
  /** From one end to the other, ms; there and back is twice that. */
  readonly delayMs: number;
  /** In each direction. */
  readonly megabitsPerSecond: number;
}

/** One direction of it: what goes in comes out in order, as late as the line is long and no faster than it carries. */
export function farAway({ delayMs, megabitsPerSecond }: Line): Transform {
  const bytesPerMs = (megabitsPerSecond * 1e6) / 8 / 1000;
  const travelling: Buffer[] = [];
  let freeAt = 0;
  let arrival: Promise<unknown> = Promise.resolve();
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const now = performance.now();
      freeAt = Math.max(freeAt, now) + chunk.length / bytesPerMs;
      travelling.push(chunk);
      setTimeout(done, freeAt - now);
      // Timers of about the same moment may fire in any order; what travels may not.
      arrival = pause(freeAt - now + delayMs).then(() => this.push(travelling.shift()));
    },
    flush(done) {
      void arrival.then(() => done());
    },
  });
}
