import type { Answer, TriadAnswer } from '$lib/domain/signifier/answer';
import { isLabelOrder } from '$lib/domain/signifier/corners';
import { placementOfSteps, type Amount, type Steps } from '$lib/domain/signifier/how-much';
import { barycentric, type Barycentric, type CornerOrder, type TriangleFrame } from '$lib/domain/signifier/spaces';
import { locusOf, zoneOf, type Zone } from '$lib/domain/signifier/zone';
import { triadKey } from './triad-keys';

/** What the drawing shows that is not an answer: where a mouse aims, or what a finger holds. */
export type Showing = { kind: 'aim' | 'held'; at: Barycentric } | { kind: 'slid_off' } | null;

/** The amounts said so far, by label; undefined = not said yet. */
export type Said = readonly [Amount | undefined, Amount | undefined, Amount | undefined];

const NOTHING_SAID: Said = [undefined, undefined, undefined];

/**
 * One triad being answered, by whichever way in: the pad, its keys, the list and the amounts all read and write the
 * same placement. Verbs return the answer they lead to; whoever shows the control passes it on.
 */
export class TriadState {
  readonly #answer: () => Answer | undefined;
  readonly #corners: () => CornerOrder | undefined;
  showing = $state.raw<Showing>(null);
  /** Counts placements that may settle with a motion; a key held down must not set it off each time. */
  settled = $state(0);
  /** Amounts said before all three were: no answer yet, and nothing that is kept. */
  #begun = $state.raw<Said>(NOTHING_SAID);

  /** @param corners which label stands where on the pad; left out = label order */
  constructor(answer: () => Answer | undefined, corners: () => CornerOrder | undefined = () => undefined) {
    this.#answer = answer;
    this.#corners = corners;
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

  /**
   * The amounts as they were said. A dot placed another way shows none: it stands between amounts, and a nearest one
   * would be a guess in the teller's name.
   */
  get said(): Said {
    const answer = this.#answer();
    if (answer === undefined || answer.state === 'unanswered') return this.#begun;
    if (answer.state === 'not_applicable') return answer.steps ?? this.#begun;
    return (answer.kind === 'triad' ? (answer.steps as Steps | undefined) : undefined) ?? this.#begun; // parsed: 0, 1 or 2
  }

  /** Whether all three amounts are "none". */
  get noneOfThese(): boolean {
    return this.said.every((amount) => amount === 0);
  }

  place(at: Barycentric): TriadAnswer {
    this.showing = null;
    this.settled += 1;
    this.#begun = NOTHING_SAID;
    return this.#seen(answered(at, 'pointer'));
  }

  choose(zone: Zone): TriadAnswer {
    this.settled += 1;
    this.#begun = NOTHING_SAID;
    return { ...answered(locusOf(zone), 'zones'), zone };
  }

  /**
   * How much there is of one label. Until all three were said there is no answer, and a dot from before stays; three
   * times "none" is the answer that it does not fit.
   */
  sayHowMuch(label: 0 | 1 | 2, amount: Amount): { kind: 'begun' } | { kind: 'answer'; answer: Answer } {
    const [a, b, c] = this.said.map((before, index) => (index === label ? amount : before));
    if (a === undefined || b === undefined || c === undefined) {
      this.#begun = [a, b, c];
      return { kind: 'begun' };
    }
    this.#begun = NOTHING_SAID;
    this.settled += 1;
    const at = placementOfSteps([a, b, c]);
    if (at === null) return { kind: 'answer', answer: { state: 'not_applicable', steps: [0, 0, 0] } };
    return { kind: 'answer', answer: { ...answered(at, 'steps'), steps: [a, b, c] } };
  }

  /** Takes back what was placed and what was begun. */
  takeOff(): undefined {
    this.#begun = NOTHING_SAID;
    return undefined;
  }

  /** A key on the pad. */
  press(
    key: string,
    shift: boolean,
    lies: Pick<TriangleFrame, 'mirrored' | 'corners'>,
  ): { kind: 'none' } | { kind: 'answer'; answer: Answer | undefined } {
    const meaning = triadKey(key, shift, this.at, lies);
    if (meaning.kind === 'none') return meaning;
    if (meaning.kind === 'take_off') return { kind: 'answer', answer: this.takeOff() };
    this.#begun = NOTHING_SAID;
    return { kind: 'answer', answer: this.#seen(answered(meaning.at, 'keyboard')) };
  }

  /** Which label stood at which corner belongs to a dot that was placed between them, not to one said in words. */
  #seen(answer: TriadAnswer): TriadAnswer {
    const order = this.#corners();
    return order === undefined || isLabelOrder(order) ? answer : { ...answer, shown: [...order] };
  }
}

function answered(at: Barycentric, method: 'pointer' | 'keyboard' | 'zones' | 'steps'): TriadAnswer {
  return { kind: 'triad', state: 'answered', at: { a: at.a, b: at.b, c: at.c }, method };
}
