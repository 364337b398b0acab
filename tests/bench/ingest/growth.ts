/** A straight line through samples by least squares. @returns its rise for one step of x */
function slope(samples: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (sample: readonly [number, number]) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const x = mean(([each]) => each);
  const y = mean(([, each]) => each);
  const rise = samples.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return rise / samples.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

/**
 * How much memory grew over the stories after a warm-up of a quarter, by the line through all samples: the two ends alone
 * would show where the garbage collector happened to be.
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
