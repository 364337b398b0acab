/**
 * The seven loci where triad answers gather: corners, edge middles, centre. The order is the tie order of the
 * conformance data: a point equally near two loci (within 1e-9) belongs to the first. Apart from their geometry
 * (zone.ts), so that parsing an answer does not bring it along.
 */
export const ZONES = ['A', 'B', 'C', 'AB', 'AC', 'BC', 'centre'] as const;
export type Zone = (typeof ZONES)[number];
