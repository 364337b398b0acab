import type { ToldBeside } from '../ui/told/told-beside';
import type { PlacedWords } from './placements';

/** A story opened for reading, with everything already in words. */
export interface Reading {
  readonly id: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly locale: string;
  /** "Young person, 13 to 15 · own words · English" */
  readonly who: string;
  readonly due: string;
  readonly prompt: string | null;
  readonly sharing: string;
  readonly places: readonly string[];
  readonly about: readonly PlacedWords[];
  readonly placed: readonly PlacedWords[];
  readonly beside: ToldBeside;
  readonly askedForHelp: boolean;
  /** Null: this reader is not the one to see it. */
  readonly help: { readonly contact: string | null; readonly shut: boolean } | null;
  readonly concern: boolean;
  readonly notes: readonly string[];
}
