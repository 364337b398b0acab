import type { Device } from '../device/device';
import { sealCall } from '../device/seal-call';
import type { Audience } from '../domain/audience';
import type { PublicCollector } from '../domain/programme/collector';
import { callApi } from '../protocol/client/call-api';
import { HelpCallResponseSchema } from '../protocol/help-call';
import { API } from '../protocol/routes';

const TIMEOUT_MS = 15_000;

/**
 * Sends a call for help at once. It never waits in the outbox: a child must know now whether a grown-up will hear of it,
 * so that they can turn to one beside them where it did not go. Nothing of it is kept on the device.
 * @returns whether the server said that it has it
 */
export async function callForHelp(
  { collectors }: Pick<Device, 'collectors'>,
  { code, programme }: PublicCollector,
  audience: Audience,
  contact: string,
): Promise<boolean> {
  const known = await collectors.get(code);
  const token = known.kind === 'kept' ? known.value?.token : null;
  const call = await sealCall(programme, audience, contact);
  if (call === null || token === null || token === undefined) return false;
  const answer = await callApi({
    url: API.helpCalls,
    body: JSON.stringify(call),
    token,
    answer: HelpCallResponseSchema,
    timeoutMs: TIMEOUT_MS,
  });
  return answer.kind === 'answered' && answer.value.id === call.id;
}
