import { PICTURE_GROUPS, PICTURE_GROUP_NAMES, type PictureId } from '../../domain/story/pictures';
import { searchWords, spelling } from '../../ui/pictures/picture-words';

/** Moves the picture at `index` one place earlier or later; at the ends nothing happens. */
export function moved(strip: readonly string[], index: number, by: -1 | 1): string[] {
  const to = index + by;
  const picked = strip[index];
  if (picked === undefined || to < 0 || to >= strip.length) return [...strip];
  const rest = strip.filter((_, at) => at !== index);
  return [...rest.slice(0, to), picked, ...rest.slice(to)];
}

export function without(strip: readonly string[], index: number): string[] {
  return strip.filter((_, at) => at !== index);
}

/** Pictures one of whose words begins with what was typed; those that begin the first word come first. */
export function found(typed: string): PictureId[] {
  const start = spelling(typed);
  if (start === '') return [];
  const all = PICTURE_GROUP_NAMES.flatMap((group): readonly PictureId[] => PICTURE_GROUPS[group]);
  const rank = (id: PictureId): number => {
    const spelled = searchWords(id);
    if (spelled[0]?.startsWith(start)) return 0;
    if (spelled.some((word) => word.startsWith(start))) return 1;
    return spelled.some((word) => word.split(/\s+/).some((part) => part.startsWith(start))) ? 2 : 3;
  };
  return all
    .map((id) => ({ id, rank: rank(id) }))
    .filter(({ rank: at }) => at < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
}
