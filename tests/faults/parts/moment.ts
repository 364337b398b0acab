import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does something until a moment at which everything is killed, whatever it is at then.
 * @returns what it had come to before; null where it had not come to anything
 */
export async function killedAt<T>(
  ms: number,
  kill: () => Promise<void>,
  work: (note: (sofar: T) => void) => Promise<unknown>,
): Promise<T | null> {
  let noted: T | null = null;
  let over = false;
  const working = work((sofar) => {
    if (!over) noted = sofar;
  }).catch((error: unknown) => {
    if (!over) throw error; // not by the kill
  });
  await Promise.race([pause(ms), working.then(() => new Promise(() => undefined))]);
  over = true;
  await kill();
  await working;
  return noted;
}
