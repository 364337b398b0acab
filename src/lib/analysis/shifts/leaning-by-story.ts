import { NO_BIN } from './bins';
import { leaningsOfFacet } from './leaning';
import type { Facet } from './topic';

/** Worked out once for all groups that are flagged on a facet, and kept as long as the facet. */
const KNOWN = new WeakMap<Facet, Int8Array>();

/** Per story the part of the signifier that its answer lies in, -1 where it gave none. From the answers themselves, not from bins. */
export function leaningByStory(facet: Facet): Int8Array {
  const known = KNOWN.get(facet);
  if (known) return known;
  const { block, answers } = facet;
  const { partOf } = leaningsOfFacet(block);
  const coordinates = block?.coordinates ?? Float64Array.from(answers.of);
  const parts = new Int8Array(answers.of.length).fill(-1);
  for (let i = 0; i < parts.length; i += 1) if (answers.of[i] !== NO_BIN) parts[i] = partOf(coordinates, i);
  KNOWN.set(facet, parts);
  return parts;
}
