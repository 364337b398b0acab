import { AUDIENCES, type Audience } from '../../../domain/audience';
import type { AreaScheme } from '../../../domain/programme/area-scheme';
import { sheffieldShares } from './shares';
import type { Random } from './random';

/** Stories told together: a class, a workshop, a hub afternoon; or, without a session, some of one week's open link. */
export interface Gathering {
  readonly session: string | null;
  readonly area: string;
  readonly audience: Audience;
  readonly schoolLocality: string | null;
  readonly at: Date;
  readonly size: number;
}

/** Fifteen months that are the same whenever the command is run: the same seed makes the same programme. */
export const WINDOW = { from: Date.UTC(2025, 8, 1), days: 456 };
const DAY = 86_400_000;

/** Who comes, when and from where, in the order of time, for `stories` stories in all. */
export function gatherings(stories: number, schemes: readonly AreaScheme[], random: Random): Gathering[] {
  const { areas, weights } = sheffieldShares(schemes.find((scheme) => scheme.id === 'lac'));
  const localities = schemes.find((scheme) => scheme.id === 'send_locality')?.areas ?? [];
  const made: Gathering[] = [];
  for (let left = stories, number = 1; left > 0; number += 1) {
    // About twelve in a session.
    const size = Math.min(left, random.whole(8, 16));
    left -= size;
    const together = random.chance(0.7);
    made.push({
      session: together ? `synthetic-${number}` : null,
      area: random.weighted(areas, weights),
      audience: random.weighted(AUDIENCES, [25, 20, 40, 15]),
      schoolLocality: together && localities.length > 0 && random.chance(0.3) ? random.pick(localities).id : null,
      // A listening programme grows: later days are likelier.
      at: new Date(
        WINDOW.from + Math.floor(Math.max(random.next(), random.next()) * WINDOW.days) * DAY + 10 * 3_600_000,
      ),
      size,
    });
  }
  return made.sort((p, q) => p.at.getTime() - q.at.getTime());
}
