import { setTimeout as pause } from 'node:timers/promises';

/** Whether it comes about in so many ms. */
export async function within(ms: number, met: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await pause(25)) if (await met()) return true;
  return false;
}
