import * as z from 'zod';
import { EditionSchema } from '../domain/framework/edition';
import { FrameworkSchema } from '../domain/framework/framework';
import { StorySchema } from '../domain/story/story';
import { ExchangeRequestSchema, ExchangeResponseSchema } from '../protocol/exchange';
import { HelpCallResponseSchema, HelpCallSchema } from '../protocol/help-call';
import { FileAnswerSchema, UploadMetadataSchema } from '../protocol/media';
import { ProblemSchema } from '../protocol/problem';
import { PushItemSchema, PushRequestSchema, PushResponseSchema } from '../protocol/push';
import {
  LowerSharingRequestSchema,
  ReceiptRequestSchema,
  ReceiptResponseSchema,
  WithdrawResponseSchema,
} from '../protocol/receipts';
import { PROTOCOL_VERSION } from '../protocol/version';

/** The messages between devices and server, by the names under which they are published. */
export const WIRE_MESSAGES = {
  exchangeRequest: ExchangeRequestSchema,
  exchangeResponse: ExchangeResponseSchema,
  pushRequest: PushRequestSchema,
  pushItem: PushItemSchema,
  pushResponse: PushResponseSchema,
  helpCall: HelpCallSchema,
  helpCallResponse: HelpCallResponseSchema,
  uploadMetadata: UploadMetadataSchema,
  fileAnswer: FileAnswerSchema,
  receiptRequest: ReceiptRequestSchema,
  receiptResponse: ReceiptResponseSchema,
  lowerSharingRequest: LowerSharingRequestSchema,
  withdrawResponse: WithdrawResponseSchema,
  problem: ProblemSchema,
} as const;

/** JSON Schema (2020-12) of what travels and of what a story is, for whoever writes another client. */
export function wireSchema(): Record<string, unknown> {
  const records = { ...WIRE_MESSAGES, story: StorySchema, framework: FrameworkSchema, edition: EditionSchema };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Sheaf wire messages, protocol version ${PROTOCOL_VERSION}`,
    $defs: Object.fromEntries(Object.entries(records).map(([name, schema]) => [name, jsonSchemaOf(schema)])),
  };
}

/** As JSON carries it: what cannot be said in JSON Schema (sums, storable text) is checked by the server alone. */
export function jsonSchemaOf(schema: z.core.$ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
