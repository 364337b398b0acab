import { DIMENSION, type Dimension } from '../columns/dimension';
import type { Area, AreaScheme } from '../domain/programme/area-scheme';
import type { Explorer } from './explorer.svelte';
import { talliesOf } from './view-tallies';
import type { Labelled } from './view-words';

export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly all: number;
  readonly chosen: number;
  readonly tile?: Area['tile'];
  readonly within: readonly PlaceView[];
}

/** The places of a scheme with their stories; a place known in a finer scheme holds its smaller places. */
export function placeViews(explorer: Explorer, scheme: AreaScheme, finer: AreaScheme | null): PlaceView[] {
  const countsIn = (of: AreaScheme): ((area: string) => { all: number; chosen: number }) => {
    const id = DIMENSION.place(of.id);
    const dimension = placeDimension(explorer, id);
    const { all, view } = talliesOf(explorer, id);
    return (area) => {
      const at = dimension?.options.indexOf(area) ?? -1;
      return { all: all.counts[at] ?? 0, chosen: view.counts[at] ?? 0 };
    };
  };
  const counts = countsIn(scheme);
  const small = finer === null ? null : countsIn(finer);
  return scheme.areas.map((area) => {
    const inside = finer?.areas.filter(({ within }) => within?.scheme === scheme.id && within.area === area.id) ?? [];
    const within =
      small === null ? [] : inside.map(({ id, name }): PlaceView => ({ id, name, ...small(id), within: [] }));
    return {
      id: area.id,
      name: area.name,
      ...counts(area.id),
      ...(area.tile && { tile: area.tile }),
      within: within.some((place) => place.all > 0) ? within : [],
    };
  });
}

/** The scheme whose areas lie within this one's. */
export function finerScheme(schemes: readonly AreaScheme[], scheme: AreaScheme): AreaScheme | null {
  return schemes.find((candidate) => candidate.areas.some((area) => area.within?.scheme === scheme.id)) ?? null;
}

/** Answers that are no place on the map (the whole city, outside, not said), with their stories. */
export function otherPlaces(explorer: Explorer, scheme: AreaScheme): (Labelled & { all: number; chosen: number })[] {
  const id = DIMENSION.place(scheme.id);
  const dimension = placeDimension(explorer, id);
  if (dimension === undefined) return [];
  const { labels } = explorer.words(dimension);
  const { all, view } = talliesOf(explorer, id);
  const areas = new Set(scheme.areas.map((area) => area.id));
  return dimension.options.flatMap((option, index) => {
    const label = labels.find((candidate) => candidate.id === option);
    const here = { all: all.counts[index] ?? 0, chosen: view.counts[index] ?? 0 };
    return areas.has(option) || here.all === 0 ? [] : [{ id: option, label: label?.label ?? option, ...here }];
  });
}

function placeDimension(explorer: Explorer, id: string): Extract<Dimension, { kind: 'category' }> | undefined {
  const found = explorer.loaded?.dimensions.find((dimension) => dimension.id === id);
  return found?.kind === 'category' ? found : undefined;
}
