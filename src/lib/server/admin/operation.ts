import * as z from 'zod';
import type { Services } from '../services';

/**
 * What a verb of the command line has done: runs in the process that holds the data folder, be it the running server
 * or the command line itself. Input and result travel as JSON. An expected failure is part of the result.
 */
export interface Operation {
  readonly name: string;
  readonly input: z.ZodType;
  /** @param input parsed by `input` */
  run(services: Services, input: unknown): Promise<unknown>;
}

/** Operations by name. */
export type Operations = Readonly<Record<string, Operation>>;

/** An operation whose input is typed inside and unknown outside. */
export function operation<Input extends z.ZodType>(made: {
  readonly name: string;
  readonly input: Input;
  readonly run: (services: Services, input: z.infer<Input>) => Promise<unknown>;
}): Operation {
  return {
    name: made.name,
    input: made.input,
    run: (services, input) => made.run(services, input as z.infer<Input>), // parsed by performOperation with made.input
  };
}

export const PerformedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), result: z.unknown() }),
  z.object({ kind: z.literal('unknown_operation'), message: z.string() }),
  z.object({ kind: z.literal('not_valid'), message: z.string() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type Performed = z.infer<typeof PerformedSchema>;

/** Parses the input and runs the operation; a bug in it becomes `failed`, since the server goes on. */
export async function performOperation(
  operations: Operations,
  services: Services,
  name: string,
  input: unknown,
): Promise<Performed> {
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (found === undefined) return { kind: 'unknown_operation', message: `There is no operation ${name}.` };
  const parsed = found.input.safeParse(input);
  if (!parsed.success) return { kind: 'not_valid', message: z.prettifyError(parsed.error) };
  try {
    return { kind: 'done', result: (await found.run(services, parsed.data)) ?? null };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
