import { countingStories, type ExchangePlan, type Pool } from './exchanges';

/** At most so many units of whole clusters are drawn. */
const DRAWN_UNITS = 48;
/** At most so many units are drawn from mixed clusters, in at most as many pools. */
const MIXED_UNITS = 32;
/** At most so many units of the other side stand against one drawn unit. */
const AGAINST = 4;

/** The stories of a mixed cluster, by side, in random order. */
interface MixedCluster {
  readonly drawn: Uint32Array;
  readonly other: Uint32Array;
}

/**
 * Puts stories into exchange units. With many clusters the cost is bounded by moving them in blocks, and the test stays
 * exact: where clusters are exchangeable, so are blocks of k clusters, as long as all blocks are equally many clusters
 * and made without looking at the answers. The permutations of such blocks are a subgroup of all permutations, and a
 * test over any subgroup is exact (Hemerik and Goeman 2018, TEST 27, 811-825). Therefore each block holds clusters of one
 * side only, all blocks of a pool are equally large, and what is left over stays where it is: less than a block of each
 * side, and blocks of the other side beyond AGAINST for each drawn one.
 */
export class PlanInMaking {
  readonly #unitOf: Int32Array;
  readonly #pools: Pool[] = [];
  #units = 0;

  /** `unitOf` names each story's side (FIXED) and is filled with units. */
  constructor(unitOf: Int32Array) {
    this.#unitOf = unitOf;
  }

  /** One pool of blocks of whole clusters. */
  exchangeWhole(drawn: Uint32Array, other: Uint32Array, storiesOf: (cluster: number) => Uint32Array): void {
    if (drawn.length === 0) return;
    const size = Math.ceil(drawn.length / DRAWN_UNITS);
    const take = Math.floor(drawn.length / size);
    const against = Math.min(Math.floor(other.length / size), AGAINST * DRAWN_UNITS);
    this.#addPool(take, against, (own, unit) =>
      Array.from((own ? drawn : other).subarray(unit * size, (unit + 1) * size), storiesOf),
    );
  }

  /**
   * Stories change places within their cluster. Beyond MIXED_UNITS clusters those with like shares on the drawn side are
   * bundled: one unit of each cluster of a bundle moves together, a subgroup of moving them separately.
   */
  exchangeWithin(clusters: readonly MixedCluster[]): void {
    const both = clusters.filter(({ drawn, other }) => drawn.length > 0 && other.length > 0);
    const sorted = both.sort((p, q) => q.drawn.length / q.other.length - p.drawn.length / p.other.length);
    const bundle = Math.max(1, Math.ceil(sorted.length / MIXED_UNITS));
    const drawnUnits = Math.max(1, Math.floor(MIXED_UNITS / Math.max(1, sorted.length)));
    for (let first = 0; first < sorted.length; first += bundle) {
      this.#addBundle(sorted.slice(first, first + bundle), drawnUnits);
    }
  }

  #addBundle(bundle: readonly MixedCluster[], drawnUnits: number): void {
    // Stories per unit, cluster by cluster: as many drawn units as allowed, and at least one unit on the other side.
    const parts = bundle.map(({ drawn, other }) => ({
      drawn,
      other,
      size: Math.min(Math.ceil(drawn.length / drawnUnits), other.length),
    }));
    const take = Math.min(drawnUnits, ...parts.map(({ drawn, size }) => Math.floor(drawn.length / size)));
    const against = Math.min(AGAINST * take, ...parts.map(({ other, size }) => Math.floor(other.length / size)));
    this.#addPool(take, against, (own, unit) =>
      parts.map(({ drawn, other, size }) => (own ? drawn : other).subarray(unit * size, (unit + 1) * size)),
    );
  }

  /** `storiesOf` lists the stories of the drawn side's, or of the other side's, unit 0, 1, 2, ... */
  #addPool(take: number, against: number, storiesOf: (own: boolean, unit: number) => readonly Uint32Array[]): void {
    const start = this.#units;
    for (let unit = 0; unit < take + against; unit += 1) {
      const own = unit < take;
      for (const stories of storiesOf(own, own ? unit : unit - take)) {
        for (const story of stories) this.#unitOf[story] = start + unit;
      }
    }
    this.#pools.push({ start, units: take + against, take });
    this.#units += take + against;
  }

  done(): ExchangePlan {
    const unitOf = this.#unitOf;
    return { pools: this.#pools, units: this.#units, unitOf, counting: countingStories(unitOf) };
  }
}
