import { codeOf } from '../error-code';
import { storeFailure, storeFailureOf } from './failure';
import type { Migration } from './migration';

/** Which step failed, still named as what it failed of: whoever opens the database tells a full disk from a fault of ours. */
export function migrationFailed({ version, name }: Migration, cause: unknown): Error {
  const message = `migration ${version} (${name}) failed: ${cause instanceof Error ? cause.message : String(cause)}`;
  const kind = storeFailureOf(cause);
  if (kind !== null) return storeFailure(kind, message, cause);
  const code = codeOf(cause);
  return Object.assign(new Error(message, { cause }), code === '' ? {} : { code });
}
