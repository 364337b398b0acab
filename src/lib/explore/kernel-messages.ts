import type { Clause } from '../columns/clause';
import type { Tally } from '../columns/kernel';

/** What the page asks of the worker. */
export type ToKernel =
  | { readonly kind: 'load'; readonly url: string }
  | { readonly kind: 'select'; readonly ask: number; readonly clauses: readonly Clause[] };

/** The answer to one selection, for every view at once. Plain data: it crosses from the worker to the page. */
export interface WallSelection {
  readonly n: number;
  readonly readable: number;
  /** Sessions (or weeks of one collector) that the selected stories come from. */
  readonly clusters: number;
  /** By view: stories that pass every filter but the view's own. */
  readonly views: Readonly<Record<string, Tally>>;
  /** By view that has filters of its own: stories that pass all, its own too. */
  readonly final: Readonly<Record<string, Tally>>;
  /** Per row a bit for every source it fails; 0 = selected. */
  readonly fail: Uint32Array;
  readonly bits: Readonly<Record<string, number>>;
  /** Clauses that speak of nothing in this programme (an old link). */
  readonly refused: readonly Clause[];
}

export type LoadFailure = 'not_signed_in' | 'not_allowed' | 'not_found' | 'offline' | 'unreadable' | 'server_fault';

export type FromKernel =
  | {
      readonly kind: 'loaded';
      /** A copy of the snapshot for drawing. */
      readonly bytes: ArrayBuffer;
      /** By view: every story. */
      readonly everything: Readonly<Record<string, Tally>>;
    }
  /** The server has nothing newer. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'selected'; readonly ask: number; readonly selection: WallSelection }
  | { readonly kind: 'load_failed'; readonly failure: LoadFailure }
  | { readonly kind: 'select_failed'; readonly ask: number; readonly message: string };
