import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { makeFolder } from '../make-folder';

/** Where a data folder is written anew with another key, beside what it is to take the place of. */
const STAGING = 'changing-key';
export const stagingOf = (data: string) => join(data, STAGING);
export const newPartsOf = (data: string) => join(data, STAGING, 'new');
/** There once the new parts are whole, verified and on the disk. */
export const planOf = (data: string) => join(data, STAGING, 'plan.json');

const NameSchema = z.string().regex(/^[a-z.-]+$/);
const PlanSchema = z.object({
  /** Parts of the folder that a new one takes the place of. */
  replaced: z.array(NameSchema),
  /** Those that go without one. */
  gone: z.array(NameSchema),
});
export type ChangePlan = z.infer<typeof PlanSchema>;

export function isChanging(data: string): boolean {
  return existsSync(stagingOf(data));
}

/**
 * Brings a change of keys to its end, wherever it was broken off; needs no key. Without a plan the copy was never
 * whole: it is thrown away, and the folder is as it was. With one, only names are left to change, each of which happens
 * whole or not at all, and doing them again changes nothing.
 *
 * ```
 *  copy ─ verify ─ plan.json ─┬─ old part aside ─ new part in its place (for each) ─ remove the old ones
 *   └─ broken off: as before  └─ broken off: goes on from here
 * ```
 * Whoever calls this holds the folder's lock. @param before called before each change of a name
 */
export function finishChange(data: string, before: () => void = () => undefined): void {
  if (existsSync(planOf(data))) {
    const { replaced, gone } = PlanSchema.parse(JSON.parse(readFileSync(planOf(data), 'utf8')));
    const aside = join(stagingOf(data), 'old');
    makeFolder(aside, 0o700);
    const move = (from: string, to: string) => {
      before();
      renameSync(from, to);
      flushFolder(dirname(from));
      flushFolder(dirname(to));
    };
    for (const part of gone) if (existsSync(join(data, part))) move(join(data, part), join(aside, part));
    for (const part of replaced) {
      const made = join(newPartsOf(data), part);
      if (!existsSync(made)) continue; // in its place already
      if (existsSync(join(data, part))) move(join(data, part), join(aside, part));
      move(made, join(data, part));
    }
    before();
    rmSync(aside, { recursive: true, force: true });
    before();
  }
  rmSync(stagingOf(data), { recursive: true, force: true });
  flushFolder(data);
}

export function flushFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
