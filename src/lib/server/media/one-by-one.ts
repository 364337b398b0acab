const running = new Map<string, Promise<unknown>>();

/** Keeps what happens to one file in order: it is never removed between being kept and being noted. */
export async function oneByOne<T>(sha256: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(sha256) ?? Promise.resolve();
  const mine = before.then(work, work);
  running.set(sha256, mine);
  try {
    return await mine;
  } finally {
    if (running.get(sha256) === mine) running.delete(sha256);
  }
}
