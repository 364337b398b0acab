/** Lets so many run at once; the others wait in the order they came. What waits holds nothing yet. */
export function someAtOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes on to the next one, so that nobody who comes just now is quicker.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
