export type Migrated =
  | { readonly kind: 'migrated'; readonly version: number }
  /** Written by a later Sheaf: this code cannot know what its rows mean. */
  | { readonly kind: 'newer'; readonly found: number; readonly known: number };
