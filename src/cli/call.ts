import * as z from 'zod';
import { callOperation } from '../lib/server/admin/call-operation';
import { CliError } from './cli-error';
import { settingsHere } from './settings-here';

const RefusedSchema = z.object({ kind: z.literal('refused'), message: z.string(), details: z.array(z.string()) });

/**
 * Asks the server that holds the data folder (or does it here, when none runs) and hands back the parsed result.
 * @throws CliError with a sentence for everything that can be expected to go wrong
 */
export async function call<S extends z.ZodType>(name: string, input: unknown, result: S): Promise<z.infer<S>> {
  const called = await callOperation(settingsHere(), name, input);
  if (called.kind !== 'done') throw new CliError(called.message);
  const refused = RefusedSchema.safeParse(called.result);
  if (refused.success) throw new CliError(refused.data.message, refused.data.details);
  return result.parse(called.result);
}
