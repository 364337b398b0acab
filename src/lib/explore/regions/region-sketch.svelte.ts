import type { DrawnShape, RegionDraft } from '../../domain/programme/region';

type Wish = RegionDraft['wish'];
/** What a draft still lacks. */
export type Missing = 'stone' | 'shape' | 'wish' | 'words';

/** Coordinates are kept as a link keeps them, so that the wall counts the very same stories. */
const STEPS = 10_000;
/** What a loop may hold (`RegionShapeSchema`); a hand draws no more that could be told apart. */
const MOST_POINTS = 200;

/** A region that is being drawn: nothing is chosen beforehand, and nothing goes until it is kept or left. */
export class RegionSketch {
  #id: string;
  #signifier = $state('');
  #stone = $state<string | null>(null);
  #shape = $state.raw<DrawnShape | null>(null);
  wish = $state<Wish | null>(null);
  words = $state('');
  onBehalfOf = $state('');

  /** @param makeId one id for the whole sketch, so that keeping it twice is harmless */
  constructor(
    signifier: string,
    private readonly makeId: () => string = () => crypto.randomUUID(),
  ) {
    this.#signifier = signifier;
    this.#id = makeId();
  }

  get signifier(): string {
    return this.#signifier;
  }
  get stone(): string | null {
    return this.#stone;
  }
  get shape(): DrawnShape | null {
    return this.#shape;
  }

  /** Another question: a shape means nothing there. */
  ask(signifier: string): void {
    if (signifier === this.#signifier) return;
    this.#signifier = signifier;
    this.#stone = null;
    this.draw(null);
  }
  take(stone: string | null): void {
    if (stone === this.#stone) return;
    this.#stone = stone;
    this.draw(null);
  }
  /** A changed sketch is another wish: under its old id the server may hold the one before. */
  draw(shape: DrawnShape | null): void {
    this.#shape = shape;
    this.#id = this.makeId();
  }
  /** Goes on with what was drawn on the wall. */
  takeOver(signifier: string, stone: string | null, shape: DrawnShape): void {
    this.ask(signifier);
    this.take(stone);
    if (shape.kind === 'loop') this.loop(shape.points);
    else this.draw(shape);
  }
  loop(points: readonly (readonly [number, number])[]): void {
    const step = Math.ceil(points.length / MOST_POINTS);
    const kept = points.filter((_, i) => i % Math.max(1, step) === 0);
    if (kept.length < 3) return;
    this.draw({ kind: 'loop', points: kept.map(([x, y]) => [within(x), within(y)]) });
  }
  span(from: number, to: number): void {
    this.draw(from < to ? { kind: 'span', from, to } : null);
  }

  /** In the order of the form; empty = it can be kept. */
  missing(stoneNeeded: boolean): Missing[] {
    const lacks: (Missing | false)[] = [
      stoneNeeded && this.#stone === null && 'stone',
      this.#shape === null && 'shape',
      this.wish === null && 'wish',
      this.words.trim() === '' && 'words',
    ];
    return lacks.filter((part) => part !== false);
  }

  /** Null while something is missing. */
  draft(): RegionDraft | null {
    const words = this.words.trim();
    if (this.#shape === null || this.wish === null || words === '') return null;
    const onBehalfOf = this.onBehalfOf.trim();
    return {
      id: this.#id,
      signifier: this.#signifier,
      ...(this.#stone !== null && { stone: this.#stone }),
      wish: this.wish,
      words,
      ...(onBehalfOf !== '' && { onBehalfOf }),
      shape: this.#shape,
    };
  }
}

/** A loop may overshoot its picture by half of it. */
function within(coordinate: number): number {
  return Math.round(Math.max(-0.5, Math.min(1.5, coordinate)) * STEPS) / STEPS;
}
