import type { AtRest } from '../at-rest/at-rest';

const NAME = 'withdrawals';
/** Base64 holds no brace, so that one letter tells both kinds apart. */
const SEALED = 's:';

/** One line of the journal as it lies. */
export function sealLine(atRest: AtRest, line: string): string {
  if (!atRest.sealed) return line;
  return SEALED + Buffer.from(atRest.seal('journal', NAME, Buffer.from(line))).toString('base64');
}

/** @throws where a sealed line does not open. A line that was never sealed is read all the same */
export function openLine(atRest: AtRest, line: string): string {
  if (!line.startsWith(SEALED)) return line;
  return Buffer.from(atRest.open('journal', NAME, Buffer.from(line.slice(SEALED.length), 'base64'))).toString('utf8');
}
