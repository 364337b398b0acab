const KEPT = new WeakMap<ArrayBuffer, Map<string, unknown>>();
const MOST = 6;

/** The answer to a question about these columns, while it is one of the last: who comes back to a view need not wait again. */
export function recalledAnswer(columns: ArrayBuffer, question: string): unknown {
  return KEPT.get(columns)?.get(question);
}

export function rememberAnswer(columns: ArrayBuffer, question: string, answer: unknown): void {
  const known = KEPT.get(columns) ?? new Map<string, unknown>();
  known.set(question, answer);
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  KEPT.set(columns, known);
}
