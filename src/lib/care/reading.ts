import type { Clearing, CareStory } from '../protocol/care';
import type { ToldBeside } from '../ui/told/told-beside';
import type { PlacedWords } from './placements';

export interface EarlierWords {
  readonly revision: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly beside: ToldBeside;
}

/** A story opened for reading, with everything already in words. */
export interface Reading {
  readonly id: string;
  /** Sent back with the clearing. */
  readonly seen: string;
  readonly clearing: Clearing;
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
  readonly notes: readonly Pick<CareStory['notes'][number], 'outcome' | 'note'>[];
  /** Its teller took it back; for the safeguarding role. */
  readonly takenBack: boolean;
  /** What it said before its teller changed it, oldest first; for the safeguarding role. */
  readonly earlier: readonly EarlierWords[];
}
