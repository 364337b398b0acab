import { DIMENSION, type Dimension } from '../columns/dimension';
import type { Tally } from '../columns/kernel';
import type { Framework } from '../domain/framework/framework';
import type { AreaScheme } from '../domain/programme/area-scheme';
import type { Programme } from '../domain/programme/programme';

/** Which view stands where. Views nobody answered are left out: an empty picture says nothing. */
export interface WallPlan {
  /** Schemes that can be the tile map; those that lie within another are opened from its tiles. */
  readonly schemes: readonly AreaScheme[];
  readonly rail: readonly Dimension[];
  readonly triads: readonly Dimension[];
  readonly sliders: readonly Dimension[];
  readonly months: Extract<Dimension, { kind: 'months' }> | null;
  /** When it happened, in the coarse bands that tellers were asked for: beside the months in which it was told. */
  readonly happened: Dimension | null;
  readonly more: readonly Dimension[];
}

/** So many views besides the map make a full rail. */
const RAIL_VIEWS = 3;

const VOICE_QUESTION = 'demo.voice';
const HAPPENED_QUESTION = 'mcq.when';

export function wallPlan(
  programme: Programme,
  framework: Framework,
  dimensions: readonly Dimension[],
  everything: Readonly<Record<string, Tally>>,
): WallPlan {
  const answered = (dimension: Dimension): boolean => (everything[dimension.id]?.states.answered ?? 0) > 0;
  const shown = dimensions.filter(
    (dimension) => answered(dimension) && !isSingle(dimension, everything) && !isAskedToo(dimension, framework),
  );
  const kind = (wanted: Dimension['kind']): Dimension[] => shown.filter((dimension) => dimension.kind === wanted);
  const faces = new Set(
    framework.signifiers.flatMap((signifier) =>
      signifier.kind === 'choice' && signifier.display === 'picture' ? [signifier.id] : [],
    ),
  );
  const lists = shown.filter(
    ({ id, kind: form }) =>
      ['category', 'multiple', 'text', 'number'].includes(form) && !isPlace(id) && id !== HAPPENED_QUESTION,
  );
  const schemes = topSchemes(programme).some((scheme) => has(shown, scheme)) ? topSchemes(programme) : [];
  const first = [
    ...lists.filter(({ id }) => faces.has(id)).slice(0, 1),
    ...lists.filter(({ id }) => id === DIMENSION.audience),
    ...kind('stones').slice(0, 1),
  ];
  const filling = lists.filter(
    (view) =>
      !first.includes(view) && (view.kind === 'category' || view.kind === 'multiple') && view.options.length <= 8,
  );
  const wanted = RAIL_VIEWS + (schemes.length === 0 ? 1 : 0);
  const rail = [...first, ...filling.slice(0, Math.max(0, wanted - first.length))];
  const months = shown.find((dimension) => dimension.kind === 'months');
  return {
    schemes,
    rail,
    triads: kind('triad'),
    sliders: kind('slider'),
    months: months?.kind === 'months' && months.count > 1 ? months : null,
    happened: shown.find(({ id }) => id === HAPPENED_QUESTION) ?? null,
    more: [...kind('stones').slice(1), ...lists].filter((view) => !rail.includes(view)),
  };
}

function topSchemes(programme: Programme): AreaScheme[] {
  const ids = new Set(programme.areaSchemes.map((scheme) => scheme.id));
  return programme.areaSchemes.filter(
    (scheme) => !scheme.areas.some((area) => area.within !== undefined && ids.has(area.within.scheme)),
  );
}

function has(shown: readonly Dimension[], scheme: AreaScheme): boolean {
  return shown.some((dimension) => dimension.id === DIMENSION.place(scheme.id));
}

const isPlace = (id: string): boolean => id.startsWith(DIMENSION.place(''));

/** Of the facts that no teller chose, those that are the same for every story tell nothing. */
function isSingle(dimension: Dimension, everything: Readonly<Record<string, Tally>>): boolean {
  if (!dimension.id.startsWith('_') || dimension.kind !== 'category' || isPlace(dimension.id)) return false;
  return (everything[dimension.id]?.counts ?? []).filter((count) => count > 0).length < 2;
}

/** The voice is kept with every story from the answer to a question: where that is asked, one picture is enough. */
function isAskedToo({ id }: Dimension, framework: Framework): boolean {
  return id === DIMENSION.voice && framework.questions.some((question) => question.id === VOICE_QUESTION);
}
