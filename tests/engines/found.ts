import { expect } from '@playwright/test';
import type { Sought } from './engine-page';

const LONGEST_MS = 15_000;

/** Looks until it is there: screens come and go while a test asks for them. */
export async function found<Handle>(sought: Sought, look: () => Promise<Handle | null>): Promise<Handle> {
  let handle: Handle | null = null;
  const there = expect.poll(async () => (handle = await look()) !== null, {
    message: `a ${sought.role} called ${sought.name ?? 'anything'}`,
    timeout: LONGEST_MS,
  });
  await there.toBe(true);
  if (handle === null) throw new Error('it was there and is gone');
  return handle;
}
