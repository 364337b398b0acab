import type { Services } from '../services';

export async function* chainFindings({ store }: Services): AsyncGenerator<string> {
  const chain = await store.verifyAudit();
  if (chain.kind === 'broken') yield `audit: entry ${chain.entry} does not follow from the one before it`;
}
