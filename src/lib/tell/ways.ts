/** How Tell moves between its addresses. The route hands in the router's; tests a list. */
export interface Ways {
  /** Null = the start of the collector. `replace`: the address before is not to be come back to. */
  show(screenId: string | null, how?: { replace?: boolean }): void;
  /** One screen back: through the browser's own history where that screen is the one before. */
  back(screenId: string | null): void;
  thanks(storyId: string, audience: string): void;
}
