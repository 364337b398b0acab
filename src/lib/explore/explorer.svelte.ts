import { decodeSnapshot } from '../columns/decode-snapshot';
import { dimensionsOf, type Dimension } from '../columns/dimension';
import type { Clause } from '../columns/clause';
import { encodeClauses } from '../columns/clause-link';
import type { Tally } from '../columns/kernel';
import type { Snapshot } from '../columns/snapshot';
import type { ExploreHead } from '../protocol/explore';
import { API } from '../protocol/routes';
import { joinPoints } from '../ui/plots/dots/join-points';
import type { Points } from '../ui/plots/dots/points';
import { afterPaint, markPainted } from './after-paint';
import { startKernel, type KernelClient } from './kernel-client';
import type { FromKernel, LoadFailure, WallSelection } from './kernel-messages';
import { FIRST_STATE, fromLink, toLink, type Sort, type WallState } from './link';
import { stonePoints, triadPoints } from './points-of';
import { Remembered } from './remembered';
import { Sight } from './sight.svelte';
import { viewWords, type ViewWords } from './view-words';
import { wallPlan, type WallPlan } from './wall-plan';

/** The columns as they came, and what never changes with a selection. */
export interface Loaded {
  /** The snapshot as it came: a worker gets a copy of it. */
  readonly bytes: ArrayBuffer;
  readonly snapshot: Snapshot;
  readonly dimensions: readonly Dimension[];
  readonly everything: Readonly<Record<string, Tally>>;
  readonly plan: WallPlan;
}

type StartKernel = (onmessage: (message: FromKernel) => void) => KernelClient;

/** Steps that can be taken back. */
const MOST_UNDO = 100;

/** The wall's state: filters with their sources, what the kernel answered, and what a link keeps. */
export class Explorer {
  readonly head: ExploreHead;
  /** Filters of the link that this programme knows nothing of. */
  #refusedByLink = $state(0);
  #state = $state.raw<WallState>(FIRST_STATE);
  #loaded = $state.raw<Loaded | null>(null);
  #selection = $state.raw<WallSelection | null>(null);
  /** The selection as it was before the gesture that is going on. */
  #rested = $state.raw<WallSelection | null>(null);
  #failure = $state.raw<LoadFailure | null>(null);
  #problem = $state.raw<string | null>(null);
  #past = $state.raw<readonly (readonly Clause[])[]>([]);
  /** Filters as they stood before the gesture that is going on. */
  #gesture = $state.raw<readonly Clause[] | null>(null);
  #settled = $state(0);
  /** Asked by every view: they wake only when the answer changes, not at every step. */
  readonly #everyone = $derived(this.#state.clauses.length === 0);
  readonly #hideRest = $derived(this.#state.hideRest);
  readonly #drawing = $derived(this.#gesture !== null);
  readonly sight = new Sight();
  #kernel: KernelClient;
  #points = new Remembered<Points>();
  #words = new Remembered<ViewWords>();

  constructor(head: ExploreHead, query: URLSearchParams, start: StartKernel = startKernel) {
    this.head = head;
    const { state, refused } = fromLink(query);
    this.#state = state;
    this.#refusedByLink = refused;
    this.#kernel = start((message) => this.#receive(message));
    this.refresh();
  }

  get loaded(): Loaded | null {
    return this.#loaded;
  }
  get selection(): WallSelection | null {
    return this.#selection;
  }
  /** What a view shows: one that nobody sees rests until the gesture has ended and the others stand. */
  selectionFor(view: string): WallSelection | null {
    return this.sight.away(view) ? this.#rested : this.#selection;
  }
  get failure(): LoadFailure | null {
    return this.#failure;
  }
  /** Why the last step could not be counted. */
  get problem(): string | null {
    return this.#problem;
  }
  get refused(): number {
    return this.#refusedByLink + (this.#selection?.refused.length ?? 0);
  }
  get state(): WallState {
    return this.#state;
  }
  get clauses(): readonly Clause[] {
    return this.#state.clauses;
  }
  get hideRest(): boolean {
    return this.#hideRest;
  }
  /** Nothing is filtered: all stories are "these". */
  get everyone(): boolean {
    return this.#everyone;
  }
  /** A brush or lasso is being drawn: nothing may move under the pointer. */
  get drawing(): boolean {
    return this.#drawing;
  }
  /** Counts up when a gesture has ended: what costs a request waits for it. */
  get settled(): number {
    return this.#settled;
  }
  get link(): string {
    return toLink(this.#state);
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  words(dimension: Dimension): ViewWords {
    return this.#words.get(dimension.id, () => viewWords(this.head.programme, this.head.framework, dimension));
  }

  triadPoints(snapshot: Snapshot, id: string): Points {
    return this.#points.get(id, () => triadPoints(snapshot, id));
  }
  stonePoints(snapshot: Snapshot, id: string, stone: string): Points {
    return this.#points.get(`${id}/${stone}`, () => stonePoints(snapshot, id, stone));
  }
  /** All stones of a view in one drawing. */
  everyStone(snapshot: Snapshot, id: string, stones: readonly string[]): Points {
    return this.#points.get(`${id}/`, () => joinPoints(stones.map((stone) => this.stonePoints(snapshot, id, stone))));
  }

  /** Replaces a view's own filters. `last` = the gesture has ended. */
  set(source: string, own: readonly Clause[], last = true): void {
    this.#gesture ??= this.clauses;
    this.#change({ clauses: [...this.clauses.filter((clause) => clause.source !== source), ...own] });
    if (last) this.#end();
  }

  clear(): void {
    this.#gesture ??= this.clauses;
    this.#change({ clauses: [] });
    this.#end();
  }

  undo(): void {
    const before = this.#past[this.#past.length - 1];
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#change({ clauses: before });
    this.#settled += 1;
  }

  show(part: Partial<Omit<WallState, 'clauses'>>): void {
    this.#state = { ...this.#state, ...part };
  }
  sortBy(sort: Sort): void {
    this.show({ sort });
  }
  showStone(view: string, stone: string | null): void {
    const { [view]: _gone, ...others } = this.#state.stones;
    this.show({ stones: stone === null ? others : { ...others, [view]: stone } });
  }

  /** One part of what the open view keeps in the link; null takes it out. */
  keep(name: string, value: string | null): void {
    const { [name]: _gone, ...others } = this.#state.view;
    this.show({ view: value === null ? others : { ...others, [name]: value } });
  }
  kept(name: string): string | null {
    return this.#state.view[name] ?? null;
  }

  /** Goes where a link leads: another view, or another state of this one. */
  follow(query: URLSearchParams): void {
    const { state, refused } = fromLink(query);
    this.#refusedByLink = refused;
    const moved = encodeClauses(state.clauses) !== encodeClauses(this.clauses);
    this.#state = state;
    if (!moved) return;
    this.#past = [];
    this.#change({ clauses: state.clauses });
    this.#settled += 1;
  }

  /** Asks for newer columns; nothing changes while there are none. */
  refresh(): void {
    this.#failure = null;
    this.#kernel.load(API.columns(this.head.programme.slug));
  }

  stop(): void {
    this.#kernel.stop();
    this.sight.stop();
  }

  #change(part: Pick<WallState, 'clauses'>): void {
    this.#state = { ...this.#state, ...part };
    if (this.#loaded !== null) this.#kernel.select(part.clauses);
  }

  #end(): void {
    const before = this.#gesture;
    this.#gesture = null;
    if (before !== null) this.#past = [...this.#past, before].slice(-MOST_UNDO);
    this.#settled += 1;
  }

  #receive(message: FromKernel): void {
    switch (message.kind) {
      case 'loaded':
        return this.#load(message);
      case 'unchanged':
        return;
      case 'selected':
        return this.#paint(message.selection);
      case 'load_failed':
        // A wall that stands keeps standing.
        if (this.#loaded === null) this.#failure = message.failure;
        return;
      case 'select_failed':
        this.#problem = message.message;
    }
  }

  #load({ bytes, everything }: Extract<FromKernel, { kind: 'loaded' }>): void {
    const snapshot = decodeSnapshot(bytes);
    const dimensions = dimensionsOf(snapshot);
    const { programme, framework } = this.head;
    this.#points.forget();
    this.#words.forget();
    this.#selection = null;
    this.#rested = null;
    this.#loaded = {
      bytes,
      snapshot,
      dimensions,
      everything,
      plan: wallPlan(programme, framework, dimensions, everything),
    };
    this.#kernel.select(this.clauses);
    this.#settled += 1;
  }

  /** Drawn at once, so that the next frame has only to lay out and paint. */
  #paint(selection: WallSelection): void {
    this.#problem = null;
    this.#selection = selection;
    afterPaint(() => {
      markPainted(selection.n);
      // Views that nobody sees follow when those in sight stand.
      if (!this.#drawing && this.#selection === selection) this.#rested = selection;
    });
  }
}
