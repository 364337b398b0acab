/** What belongs to one screen of a telling, with what is to be heard of it. */
export interface ScreenOfTexts {
  readonly id: string;
  readonly area: 'consent' | 'safety' | 'story' | 'placing' | 'questions' | 'sharing' | 'end';
  /** The screen's question; null where the area says enough. */
  readonly head: string | null;
  readonly texts: readonly SpokenText[];
}

export interface SpokenText {
  readonly key: string;
  readonly text: string;
  readonly recording: { readonly sha256: string; readonly stale: boolean } | null;
}
