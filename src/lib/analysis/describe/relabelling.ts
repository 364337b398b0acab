/**
 * A source of chance: who would be in the group if it did not matter. Each call writes a new drawing, 1 for in the group and 0
 * for the rest, by the rule of permutation in use (whole gatherings, or single stories).
 */
export type Relabelling = (into: Uint8Array) => void;
