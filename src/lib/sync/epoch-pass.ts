import type { Device } from '../device/device';
import type { Answer } from '../protocol/client/call-api';
import type { EpochAnswer } from '../protocol/epoch';

/**
 * A device with nothing to send hears of no restore: asks, and lets everything wait again that this device still holds
 * and another history of the server has stored. @returns how many stories and files wait again
 */
export async function epochPass(
  { outbox, mediaQueue }: Pick<Device, 'outbox' | 'mediaQueue'>,
  ask: () => Promise<Answer<EpochAnswer>>,
): Promise<number> {
  const answer = await ask();
  if (answer.kind !== 'answered') return 0;
  const { epoch } = answer.value;
  const again = [await outbox.offerAgain(epoch), await mediaQueue.offerAgain(epoch)];
  // What cannot be noted now is asked about the next time.
  return again.reduce((sum, offered) => sum + (offered.kind === 'kept' ? offered.value : 0), 0);
}
