import * as z from 'zod';
import { callOperation } from '../admin/call-operation';
import type { Settings } from '../settings';
import { examineFolder } from './examine-folder';
import { wrong, type DoctorLine } from './line';

const ResultSchema = z.object({
  lines: z.array(z.object({ state: z.enum(['fine', 'look', 'wrong']), says: z.string() })),
});

/** Looks at an installation, whether or not its server runs or its database opens. */
export async function examine(settings: Settings): Promise<DoctorLine[]> {
  const folder = await examineFolder(settings);
  const called = await callOperation(settings, 'doctor', {});
  if (called.kind !== 'done') return [...folder, wrong(called.message)];
  return [...folder, ...ResultSchema.parse(called.result).lines];
}
