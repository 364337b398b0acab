import * as z from 'zod/mini';
import { API } from '../routes';
import { PROTOCOL_VERSION } from '../version';
import { callApi, type Answer, type Fetcher } from './call-api';
import { packed, type Packed } from './gzip';

const TIMEOUT_MS = 60_000;

/** What a batch adds to its items: `PushRequest` without them. */
export const ENVELOPE_BYTES = 256;

/** What a push says, whoever sends it. */
export interface Message {
  deviceId: string;
  /** Stories of this device that the server has not acknowledged, this batch included. */
  waiting: number;
  /** Each a PushItem as JSON text, exactly as it was hashed and kept. */
  items: readonly string[];
}

export interface Batch extends Message {
  token: string;
  /** The same message, where it was made ready while another one travelled. */
  ready?: Promise<Packed>;
}

/** `OutcomeSchema` with the reason's kind left open: a newer server may refuse for reasons this version does not know. */
const HeardOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ id: z.string(), outcome: z.enum(['stored', 'already']) }),
  z.object({
    id: z.string(),
    outcome: z.literal('refused'),
    reason: z.object({ kind: z.string(), message: z.string() }),
  }),
]);
export type HeardOutcome = z.infer<typeof HeardOutcomeSchema>;

export interface Acknowledgement {
  epoch: string;
  outcomes: HeardOutcome[];
}

/** Outcomes are read one by one: one of a kind this version does not know acknowledges nothing and spoils no other. */
const LenientResponseSchema = z.object({ protocol: z.int(), epoch: z.string(), outcomes: z.array(z.unknown()) });

/** Writes and packs a message: a quarter of the time a push takes, for which its turn need not be waited for. */
export function madeReady({ deviceId, waiting, items }: Message): Promise<Packed> {
  const head = JSON.stringify({ protocol: PROTOCOL_VERSION, device: { id: deviceId, waiting } });
  return packed(`${head.slice(0, -1)},"items":[${items.join(',')}]}`);
}

/** Sends one batch of stories. */
export async function pushBatch(
  { token, ready, ...message }: Batch,
  fetcher?: Fetcher,
  signal?: AbortSignal,
): Promise<Answer<Acknowledgement>> {
  const body = ready ?? madeReady(message);
  const answer = await callApi(
    { url: API.push, body, token, answer: LenientResponseSchema, timeoutMs: TIMEOUT_MS, signal },
    fetcher,
  );
  if (answer.kind !== 'answered') return answer;
  const { epoch, outcomes } = answer.value;
  const understood = outcomes.flatMap((raw) => {
    const parsed = HeardOutcomeSchema.safeParse(raw);
    return parsed.success ? [parsed.data] : [];
  });
  return { ...answer, value: { epoch, outcomes: understood } };
}
