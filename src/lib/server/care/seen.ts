import type { StoredStory } from '../store/port';

/**
 * Names what a reader has before them. Of one revision files only arrive, so that their number tells them apart. A concern
 * that was raised after it was opened is something that they have not seen.
 */
export function seenOf(
  { story, reading }: Pick<StoredStory, 'story' | 'reading'>,
  files: readonly { readonly here: boolean }[],
): string {
  return `${story.revision}.${files.filter(({ here }) => here).length}${reading === 'concern' ? '.concern' : ''}`;
}
