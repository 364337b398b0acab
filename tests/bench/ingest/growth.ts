/**
 * The median of the slopes between all pairs of samples (Theil and Sen): one great clearing up by the garbage collector, or
 * one moment before it, turns a line of least squares and not this one.
 */
function slope(samples: readonly (readonly [x: number, y: number])[]): number {
  const slopes = samples.flatMap(([x, y], i) => samples.slice(i + 1).map(([later, then]) => (then - y) / (later - x)));
  slopes.sort((p, q) => p - q);
  return slopes[Math.floor(slopes.length / 2)] ?? Number.NaN;
}

/**
 * How much memory grew over the stories after a warm-up of a quarter, by the slope of all samples: the two ends alone would
 * show where the garbage collector happened to be.
 * @param samples stories stored so far and MB
 */
export function growthAfterWarmUp(samples: readonly (readonly [stories: number, mb: number])[], stories: number) {
  const warm = samples.filter(([at]) => at >= stories / 4);
  const mb = warm.map(([, each]) => each);
  const perStory = slope(warm);
  return {
    growthMb: perStory * stories * 0.75,
    mbPer100k: perStory * 100_000,
    lowestMb: Math.min(...mb),
    highestMb: Math.max(...mb),
    samples: warm.length,
  };
}
