import { pino, type DestinationStream, type Logger } from 'pino';
import type { Settings } from './settings';
import { damagedPlace } from './store/damaged';

export type Log = Logger;

/**
 * Structured lines on stdout. A line holds kinds, counts, ids of programmes and durations; never a story's words, a
 * token, a code, a name or an address of a person. Nothing logs a request or an error object whole: `describeError`
 * keeps what may be kept.
 */
export function openLog({ logLevel }: Pick<Settings, 'logLevel'>, to?: DestinationStream): Log {
  const options = { name: 'sheaf', level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return to === undefined ? pino(options) : pino(options, to);
}

/**
 * An error without what it may quote: messages of parsers and databases can hold the words of a story, so only the
 * class, the code, the place of a damaged row and the places in our own code stay.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const place = damagedPlace(error);
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(place === null ? {} : { place }),
    at: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 6).map((line) => line.trim());
}
