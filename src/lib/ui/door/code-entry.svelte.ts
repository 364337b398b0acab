import { readCode } from '../../domain/programme/collector-code';

export type CodeTrouble = 'missing' | 'not_a_code';

/** What somebody types to reach a collector. Forgiving while typing; says what is wrong only when asked to go. */
export class CodeEntry {
  typed = $state('');
  #trouble = $state<CodeTrouble | null>(null);

  constructor(trouble: CodeTrouble | null = null, typed = '') {
    this.#trouble = trouble;
    this.typed = typed;
  }

  get trouble(): CodeTrouble | null {
    return this.#trouble;
  }

  /** The code in the form of addresses, or null with the trouble set. */
  go(): string | null {
    const code = readCode(this.typed);
    this.#trouble = code === null ? (this.typed.trim() === '' ? 'missing' : 'not_a_code') : null;
    return code;
  }
}
