import type { OutboxRow } from './rows';

/** The kind of refusal by which the server says that the story was taken back, here or elsewhere. */
export const TAKEN_BACK = 'withdrawn';

export function isTakenBack({ state, refusal }: Pick<OutboxRow, 'state' | 'refusal'>): boolean {
  return state === 'refused' && refusal?.kind === TAKEN_BACK;
}
