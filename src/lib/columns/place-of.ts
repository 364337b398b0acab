import type { Story } from '../domain/story/story';
import type { AreaScheme } from '../domain/programme/area-scheme';

/**
 * Where a story belongs in a scheme: what was answered, else the area that holds an answer in a finer scheme (a ward
 * lies within its Local Area Committee). Undefined when neither is known.
 */
export function placeOf(scheme: string, places: Story['about']['places'], schemes: readonly AreaScheme[]) {
  const said = places[scheme]?.area;
  if (said !== undefined) return said;
  for (const finer of schemes) {
    const answer = places[finer.id]?.area;
    if (answer === undefined) continue;
    const within = finer.areas.find((area) => area.id === answer)?.within;
    if (within?.scheme === scheme) return within.area;
  }
  return undefined;
}
