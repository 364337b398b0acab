import type { Audience } from '../../../domain/audience';
import type { Signifier } from '../../../domain/framework/edition';
import type { Answer, Answered, PlacementMethod, Stone } from '../../../domain/signifier/answer';
import { clampUnit, SLIDER_STEPS, stepPosition } from '../../../domain/signifier/slider';
import { planePoint } from '../../../domain/signifier/spaces';
import { close, fromPlane, toPlane } from '../../../domain/signifier/triad';
import { locusOf, ZONES } from '../../../domain/signifier/zone';
import { notApplicableShare, tapsExactly, unansweredShare, weightsFor } from './habits';
import type { PlantedShift } from './planted-shift';
import type { Random } from './random';

export interface Teller {
  readonly audience: Audience;
  /** 0..PATTERNS-1, or one of its own for every signifier. */
  readonly pattern: () => number;
  /** Set where the planted shift applies. */
  readonly shift: PlantedShift | null;
}

/** One answer in one of its three states. Every draw comes from `random`. */
export function syntheticAnswer(signifier: Signifier, teller: Teller, random: Random): Answer {
  if (signifier.notApplicable !== undefined && random.chance(notApplicableShare(signifier)))
    return { state: 'not_applicable' };
  if (random.chance(unansweredShare(signifier))) return { state: 'unanswered' };
  return answered(signifier, teller, random) ?? { state: 'unanswered' };
}

function answered(signifier: Signifier, teller: Teller, random: Random): Answered | null {
  const pattern = teller.pattern();
  switch (signifier.kind) {
    case 'triad':
      return triad(signifier.id, pattern, teller, random);
    case 'slider':
      return slider(signifier.id, pattern, teller, random);
    case 'stones':
      return { kind: 'stones', state: 'answered', stones: stones(signifier, pattern, teller, random) };
    case 'choice': {
      const ids = signifier.options.map((option) => option.id);
      const weights = weightsFor(signifier, 'options', pattern, ids.length);
      const apart = new Set(signifier.apart ?? []);
      const likely = weights.map((weight, i) => (apart.has(ids[i] ?? '') ? weight * 0.2 : weight));
      const wanted = signifier.maxChosen === 1 ? 1 : random.whole(1, Math.min(3, signifier.maxChosen));
      const chosen = new Set(Array.from({ length: wanted }, () => random.weighted(ids, likely)));
      // "None of these" and "rather not say" stand alone.
      const alone = [...chosen].find((option) => apart.has(option));
      return {
        kind: 'choice',
        state: 'answered',
        chosen: alone === undefined ? ids.filter((id) => chosen.has(id)) : [alone],
      };
    }
    case 'text':
      return random.chance(0.5)
        ? { kind: 'text', state: 'answered', text: `Synthetic: a small thing, number ${random.whole(1, 999)}.` }
        : null;
    case 'number':
      return { kind: 'number', state: 'answered', value: random.whole(signifier.min ?? 0, signifier.max ?? 100) };
  }
}

const dragged = (random: Random): PlacementMethod => random.weighted(['pointer', 'keyboard', 'scribe'], [85, 10, 5]);

function triad(id: string, pattern: number, { audience, shift }: Teller, random: Random): Answered {
  const moved = shift?.signifier === id && random.chance(shift.moves);
  const zone = moved ? shift.zone : random.weighted(ZONES, weightsFor({ id }, 'zones', pattern, ZONES.length));
  const locus = locusOf(zone);
  if (tapsExactly(random, audience)) {
    const at = { a: locus.a, b: locus.b, c: locus.c };
    if (random.chance(0.4)) return { kind: 'triad', state: 'answered', at, method: 'zones', zone };
    return { kind: 'triad', state: 'answered', at, method: random.weighted(['pointer', 'steps'], [8, 2]) };
  }
  const centre = toPlane(locus);
  const inside = fromPlane(planePoint(centre.x + 0.08 * random.normal(), centre.y + 0.08 * random.normal()));
  const { a, b, c } = close(inside.a, inside.b, inside.c);
  return { kind: 'triad', state: 'answered', at: { a, b, c }, method: dragged(random) };
}

function slider(id: string, pattern: number, { audience }: Teller, random: Random): Answered {
  const weights = weightsFor({ id }, 'steps', pattern, SLIDER_STEPS.length);
  const step = random.weighted(SLIDER_STEPS, weights);
  if (tapsExactly(random, audience)) {
    if (random.chance(0.5)) return { kind: 'slider', state: 'answered', at: stepPosition(step), method: 'steps', step };
    return { kind: 'slider', state: 'answered', at: (step - 1) / 4, method: 'pointer' };
  }
  const at = clampUnit((step - 1) / 4 + 0.09 * random.normal());
  return { kind: 'slider', state: 'answered', at, method: dragged(random) };
}

function stones(
  { id, stones: all }: Extract<Signifier, { kind: 'stones' }>,
  pattern: number,
  { audience }: Teller,
  random: Random,
): Record<string, Stone> {
  const placed: Record<string, Stone> = {};
  for (const { id: stone } of all) {
    const what = random.weighted(['placed', 'absent', 'left alone'] as const, [78, 10, 12]);
    if (what === 'left alone') continue;
    if (what === 'absent') {
      placed[stone] = { state: 'not_in_story' };
      continue;
    }
    const exact = tapsExactly(random, audience);
    const along = (axis: string): number => {
      const cell = random.weighted([0, 1, 2, 3], weightsFor({ id }, `${stone}/${axis}`, pattern, 4));
      return exact ? (cell + 0.5) / 4 : clampUnit((cell + 0.5) / 4 + 0.1 * random.normal());
    };
    placed[stone] = { state: 'placed', x: along('x'), y: along('y'), method: exact ? 'list' : dragged(random) };
  }
  return placed;
}
