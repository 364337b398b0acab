import type { StoredStory } from '../store/port';

/** Names what a reader has before them. Of one revision files only arrive, so that their number tells them apart. */
export function seenOf({ story }: Pick<StoredStory, 'story'>, files: readonly { readonly here: boolean }[]): string {
  return `${story.revision}.${files.filter(({ here }) => here).length}`;
}
