import type { DeviceDatabase } from './database';
import { isFinished } from './drafts';
import { DraftRowSchema, readOne } from './rows';

/**
 * Whether a file made for a draft comes too late: its story was finished without it, or taken back. A finished story that
 * is being changed takes files while the draft of the change is there.
 */
export async function isTold({ outbox, drafts, withdrawals }: DeviceDatabase, id: string): Promise<boolean> {
  if ((await withdrawals.get(id)) !== undefined) return true;
  const row: unknown = await outbox.get(id);
  const change = readOne(DraftRowSchema, await drafts.get(id));
  return change === null ? row !== undefined : isFinished(change.draft, row);
}
