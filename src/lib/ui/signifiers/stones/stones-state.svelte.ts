import type { StonesSignifier } from '$lib/domain/framework/edition';
import type { Answer, PlacementMethod, Stone } from '$lib/domain/signifier/answer';
import { cellOf, cellPlace, ringOf, ringPlace, type StonePlace } from '$lib/domain/signifier/stones';
import { stoneKey } from './stones-keys';

/** The two questions of the list on axes; one may be answered before the other, and only both make a place. */
export interface Cell {
  readonly column?: number | undefined;
  readonly row?: number | undefined;
}

/** Stones being placed by pointer, keys or list. Verbs return the answer they lead to. */
export class StonesState {
  readonly #signifier: () => StonesSignifier;
  readonly #answer: () => Answer | undefined;
  /** The stone that the next tap or arrow moves. */
  picked = $state<string | null>(null);
  /** A stone under a finger: its foot in the canvas's pixels. */
  drag = $state.raw<{ id: string; x: number; y: number } | null>(null);
  #halves = $state<Record<string, Cell>>({});

  constructor(signifier: () => StonesSignifier, answer: () => Answer | undefined) {
    this.#signifier = signifier;
    this.#answer = answer;
  }

  /** The teller said that it does not fit: nothing is drawn, and the lines are dotted. */
  get misfit(): boolean {
    return this.#answer()?.state === 'not_applicable';
  }

  get stones(): Readonly<Record<string, Stone>> {
    const answer = this.#answer();
    return answer?.state === 'answered' && answer.kind === 'stones' ? answer.stones : {};
  }

  at(id: string): StonePlace | undefined {
    const stone = this.stones[id];
    return stone?.state === 'placed' ? stone : undefined;
  }

  isOut(id: string): boolean {
    return this.stones[id]?.state === 'not_in_story';
  }

  get placedCount(): number {
    return Object.values(this.stones).filter((stone) => stone.state === 'placed').length;
  }

  get toGo(): number {
    return this.#signifier().stones.filter(({ id }) => this.stones[id] === undefined).length;
  }

  /** Picks a stone, or puts it down again. */
  toggle(id: string): void {
    this.picked = this.picked === id ? null : id;
  }

  place(id: string, at: StonePlace, method: PlacementMethod): Answer {
    const { [id]: _, ...halves } = this.#halves;
    this.#halves = halves;
    return this.#with(id, { state: 'placed', x: at.x, y: at.y, method });
  }

  takeOff(id: string): Answer | undefined {
    const { [id]: _, ...rest } = this.stones;
    const { [id]: __, ...halves } = this.#halves;
    this.#halves = halves;
    return Object.keys(rest).length === 0 ? undefined : { kind: 'stones', state: 'answered', stones: rest };
  }

  /** "Not in my story", or not so after all. */
  toggleOut(id: string): Answer | undefined {
    if (this.picked === id) this.picked = null;
    return this.isOut(id) ? this.takeOff(id) : this.#with(id, { state: 'not_in_story' });
  }

  press(
    id: string,
    key: string,
    shift: boolean,
    mirrored: boolean,
  ): { kind: 'none' } | { kind: 'answer'; answer: Answer | undefined } {
    const { canvas } = this.#signifier();
    const stone = { picked: this.picked === id, at: this.at(id), start: this.#start(id) };
    const meaning = stoneKey(key, shift, stone, { kind: canvas.kind, mirrored });
    switch (meaning.kind) {
      case 'none':
        return meaning;
      case 'put_down':
        this.picked = null;
        return { kind: 'none' };
      case 'take_off':
        return { kind: 'answer', answer: this.takeOff(id) };
      case 'place':
        return { kind: 'answer', answer: this.place(id, meaning.at, 'keyboard') };
    }
  }

  /** What the list shows for a stone on axes. */
  cell(id: string): Cell {
    const at = this.at(id);
    return at ? cellOf(at) : (this.#halves[id] ?? {});
  }

  /** What the list shows for a stone on rings. */
  ring(id: string): number | undefined {
    const at = this.at(id);
    return at && ringOf(at);
  }

  /** One of the two questions answered: a place once both are, until then nothing but a note. */
  chooseCell(id: string, part: Cell): { kind: 'half' } | { kind: 'answer'; answer: Answer } {
    const { column, row } = { ...this.cell(id), ...part };
    if (column === undefined || row === undefined) {
      this.#halves = { ...this.#halves, [id]: { column, row } };
      return { kind: 'half' };
    }
    return { kind: 'answer', answer: this.place(id, cellPlace(column, row), 'list') };
  }

  chooseRing(id: string, ring: number): Answer {
    return this.place(id, this.#ringPlace(id, ring), 'list');
  }

  #start(id: string): StonePlace {
    return this.#signifier().canvas.kind === 'axes' ? { x: 0.5, y: 0.5 } : this.#ringPlace(id, 1);
  }

  #ringPlace(id: string, ring: number): StonePlace {
    const { stones } = this.#signifier();
    const index = stones.findIndex((stone) => stone.id === id);
    return ringPlace(ring, index, stones.length);
  }

  #with(id: string, stone: Stone): Answer {
    return { kind: 'stones', state: 'answered', stones: { ...this.stones, [id]: stone } };
  }
}
