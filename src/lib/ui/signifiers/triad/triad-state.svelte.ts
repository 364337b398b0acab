import type { Answer, TriadAnswer } from '$lib/domain/signifier/answer';
import { barycentric, type Barycentric } from '$lib/domain/signifier/spaces';
import { locusOf, zoneOf, type Zone } from '$lib/domain/signifier/zone';
import { triadKey } from './triad-keys';

/** What the drawing shows that is not an answer: where a mouse aims, or what a finger holds. */
export type Showing = { kind: 'aim' | 'held'; at: Barycentric } | { kind: 'slid_off' } | null;

/**
 * One triad being answered, by whichever way in: the pad, its keys and the list all read and write the same
 * placement. Verbs return the answer they lead to; whoever shows the control passes it on.
 */
export class TriadState {
  readonly #answer: () => Answer | undefined;
  showing = $state.raw<Showing>(null);
  /** Counts placements that may settle with a motion; a key held down must not set it off each time. */
  settled = $state(0);

  constructor(answer: () => Answer | undefined) {
    this.#answer = answer;
  }

  /** The teller said that it does not fit: nothing is drawn, and the lines are dotted. */
  get misfit(): boolean {
    return this.#answer()?.state === 'not_applicable';
  }

  /** The teller's own placement. */
  get at(): Barycentric | undefined {
    const answer = this.#answer();
    if (answer?.state !== 'answered' || answer.kind !== 'triad') return undefined;
    return barycentric(answer.at.a, answer.at.b, answer.at.c);
  }

  /** What is drawn: the dot in the hand, or where it lies. */
  get drawn(): Barycentric | undefined {
    return this.showing?.kind === 'held' ? this.showing.at : this.at;
  }

  /** The row of the list that says the same. */
  get zone(): Zone | undefined {
    const at = this.at;
    return at && zoneOf(at);
  }

  place(at: Barycentric): TriadAnswer {
    this.showing = null;
    this.settled += 1;
    return answered(at, 'pointer');
  }

  choose(zone: Zone): TriadAnswer {
    this.settled += 1;
    return { ...answered(locusOf(zone), 'zones'), zone };
  }

  /** A key on the pad. */
  press(
    key: string,
    shift: boolean,
    mirrored: boolean,
  ): { kind: 'none' } | { kind: 'answer'; answer: Answer | undefined } {
    const meaning = triadKey(key, shift, this.at, mirrored);
    if (meaning.kind === 'none') return meaning;
    return { kind: 'answer', answer: meaning.kind === 'place' ? answered(meaning.at, 'keyboard') : undefined };
  }
}

function answered(at: Barycentric, method: 'pointer' | 'keyboard' | 'zones'): TriadAnswer {
  return { kind: 'triad', state: 'answered', at: { a: at.a, b: at.b, c: at.c }, method };
}
