/** An expected failure of an operation: one sentence, and lines with what exactly is wrong. */
export interface Refused {
  readonly kind: 'refused';
  readonly message: string;
  readonly details: readonly string[];
}

export function refused(message: string, details: readonly string[] = []): Refused {
  return { kind: 'refused', message, details };
}
