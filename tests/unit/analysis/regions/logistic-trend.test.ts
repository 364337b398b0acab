import { describe, expect, it } from 'vitest';
import { logisticTrend } from '$lib/analysis/regions/logistic-trend';
import { seededRandom } from '$lib/analysis/random/seeded-random';

const own = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('a logistic trend', () => {
  it('agrees with two groups, where the answer is known in closed form', () => {
    // Months 0 and 1: beta is the difference of the two log-odds, its variance the sum of 1/count over the four cells.
    const hit = [1, 1, 1, 0, 1, 0, 0, 0, 0];
    const month = [0, 0, 0, 0, 1, 1, 1, 1, 1];
    const trend = logisticTrend(hit, month, own(9));
    expect(trend?.intercept).toBeCloseTo(Math.log(3), 10);
    expect(trend?.beta).toBeCloseTo(Math.log(1 / 4) - Math.log(3), 10);
    expect(trend?.se).toBeCloseTo(Math.sqrt(1 / 3 + 1 + 1 + 1 / 4), 10);
  });

  it('only shifts its intercept when months are counted from elsewhere', () => {
    const random = seededRandom('shift');
    const hit = Array.from({ length: 200 }, () => (random.next() < 0.4 ? 1 : 0));
    const month = hit.map((_, i) => i % 24);
    const here = logisticTrend(hit, month, own(200));
    const there = logisticTrend(
      hit,
      month.map((m) => m + 636),
      own(200),
    );
    expect(there?.beta).toBeCloseTo(here?.beta ?? 9, 8);
    expect(there?.se).toBeCloseTo(here?.se ?? 9, 8);
    expect(there?.p).toBeCloseTo(here?.p ?? 9, 8);
  });

  it('is less sure when stories of a gathering agree, and of one gathering it is not sure at all', () => {
    const single = { hit: [] as number[], month: [] as number[], cluster: [] as number[] };
    const random = seededRandom('agree');
    for (let session = 0; session < 40; session += 1) {
      const hit = random.next() < 0.5 ? 1 : 0;
      for (let story = 0; story < 6; story += 1) {
        single.hit.push(random.next() < 0.9 ? hit : 1 - hit);
        single.month.push(session % 20);
        single.cluster.push(session);
      }
    }
    const trend = logisticTrend(single.hit, single.month, single.cluster);
    expect(trend?.clusterSe).toBeGreaterThan((trend?.se ?? 9) * 1.5);
    expect(
      logisticTrend(
        single.hit,
        single.month,
        single.hit.map(() => 1),
      )?.clusterP,
    ).toBeNaN();
  });

  it('keeps its level: no trend is called one about 5 times in 100 with clustered stories', () => {
    const random = seededRandom('level');
    let called = 0;
    for (let run = 0; run < 300; run += 1) {
      const hit: number[] = [];
      const month: number[] = [];
      const cluster: number[] = [];
      for (let session = 0; session < 40; session += 1) {
        const share = random.next() < 0.5 ? 0.2 : 0.6;
        for (let story = 0; story < 8; story += 1) {
          hit.push(random.next() < share ? 1 : 0);
          month.push(session % 20);
          cluster.push(session);
        }
      }
      if ((logisticTrend(hit, month, cluster)?.clusterP ?? 1) <= 0.05) called += 1;
    }
    expect(called / 300).toBeLessThan(0.1);
  });

  it.each([
    ['nobody', [], []],
    ['one month only', [1, 0, 1], [4, 4, 4]],
    ['one answer only', [1, 1, 1], [1, 2, 3]],
    ['months that separate the answers', [0, 0, 1, 1], [1, 2, 3, 4]],
  ])('is not fitted to %s', (_, hit, month) => {
    expect(logisticTrend(hit, month, own(hit.length))).toBeNull();
  });
});
