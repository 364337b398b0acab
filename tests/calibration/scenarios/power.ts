import { cityWith, flagsOf, pageOf } from '../city-page';
import { sumOf, type Scenario } from '../scenario';

/** 130 of 1,000 stories, in 11 sessions. */
const LOCALITY = 3;
const LEAST_POWER = 0.8;
const MOST_ECHO = 0.15;

/** Patterns with enough to give, to each of the others in turn. At .40 the move is capped by the pattern's 34 of 100. */
const WAYS = [
  { from: 0, to: 2 },
  { from: 1, to: 3 },
  { from: 0, to: 1 },
  { from: 1, to: 2 },
  { from: 0, to: 3 },
] as const;

/** One locality shifted in a nested city: found, and what else is flagged (localisation). */
function powerAt(share: number): Scenario {
  const hundredths = Math.round(100 * share);
  const judged = hundredths === 25;
  return {
    name: `power-${hundredths}`,
    cities: (asked) => asked,
    city: (index, seed) => {
      const way = WAYS[index % WAYS.length] ?? WAYS[0];
      const city = cityWith(`power/${hundredths}/${seed}/${index}`, 0.05, [{ locality: LOCALITY, share, ...way }]);
      const { first, both } = flagsOf(pageOf(city, `${seed}/${index}`), city);
      const there = ({ locality, placement }: (typeof both)[number]): boolean => placement && locality === LOCALITY;
      return {
        found: +both.some(there),
        foundFirst: +first.some(there),
        echo: +both.some(({ locality }) => locality !== LOCALITY),
        echoFirst: +first.some(({ locality }) => locality !== LOCALITY),
      };
    },
    report: (sums, cities) => {
      const rate = (name: string): number => sumOf(sums, name) / cities;
      const [found, echo] = [rate('found'), rate('echo')];
      return {
        rows: [
          {
            what: `${hundredths} of 100 moved at 130 stories: found`,
            value: found,
            ...(judged && { asked: 'at least .80', met: found >= LEAST_POWER }),
          },
          { what: `${hundredths} of 100 moved: found, first pass only`, value: rate('foundFirst') },
          {
            what: `${hundredths} of 100 moved: a flag elsewhere`,
            value: echo,
            ...(judged && { asked: 'at most .15', met: echo <= MOST_ECHO }),
          },
          { what: `${hundredths} of 100 moved: a flag elsewhere, first pass only`, value: rate('echoFirst') },
        ],
        figures: { [`power_${hundredths}`]: found, [`echo_${hundredths}`]: echo },
      };
    },
  };
}

export const power: readonly Scenario[] = [0.1, 0.15, 0.25, 0.4].map(powerAt);
