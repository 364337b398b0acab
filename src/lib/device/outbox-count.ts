import type { DeviceDatabase } from './database';
import type { OutboxState } from './rows';

/** How many stories are in each state; light, since every visit asks whether anything waits. */
export async function outboxCount({ outbox }: DeviceDatabase): Promise<Record<OutboxState, number>> {
  const of = (state: OutboxState) => outbox.where('state').equals(state).count();
  const [waiting, sending, stored, refused] = await Promise.all([
    of('waiting'),
    of('sending'),
    of('stored'),
    of('refused'),
  ]);
  return { waiting, sending, stored, refused };
}
