import { decodeClauses, encodeClauses } from '../columns/clause-link';
import type { Clause } from '../columns/clause';

export const SORTS = ['any', 'newest', 'typical', 'edge'] as const;
export type Sort = (typeof SORTS)[number];

/** Everything of the wall that a link brings back. */
export interface WallState {
  readonly clauses: readonly Clause[];
  /** Area scheme of the tile map; null = the first. */
  readonly scheme: string | null;
  /** The tile that is opened into its smaller places. */
  readonly opened: string | null;
  /** By stones view: the stone that is shown alone. */
  readonly stones: Readonly<Record<string, string>>;
  readonly sort: Sort;
  readonly hideRest: boolean;
  /** What the view that is open keeps for itself: the two groups of a comparison, the scheme of the shifts. */
  readonly view: Readonly<Record<string, string>>;
}

export const FIRST_STATE: WallState = {
  clauses: [],
  scheme: null,
  opened: null,
  stones: {},
  sort: 'any',
  hideRest: false,
  view: {},
};

/** Names of a view's own parts in a link begin with this, so that they never meet the wall's. */
const OWN = 'v.';

/** The query of a link, without `?`; empty for the wall as it first stands. */
export function toLink(state: WallState): string {
  const parts: string[] = [];
  add(parts, 's', encodeClauses(state.clauses));
  add(parts, 'map', state.scheme);
  add(parts, 'open', state.opened);
  add(
    parts,
    'stone',
    Object.entries(state.stones)
      .map(([view, stone]) => `${view}:${stone}`)
      .join(','),
  );
  add(parts, 'sort', state.sort === FIRST_STATE.sort ? null : state.sort);
  add(parts, 'rest', state.hideRest ? 'hidden' : null);
  for (const name of Object.keys(state.view).sort()) add(parts, OWN + name, state.view[name] ?? null);
  return parts.join('&');
}

function add(parts: string[], name: string, value: string | null): void {
  if (!value) return;
  const readable = encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%21', '!');
  parts.push(`${name}=${readable}`);
}

/** What a link says; `refused` counts its parts that mean nothing. */
export function fromLink(query: URLSearchParams): { state: WallState; refused: number } {
  const { clauses, refused } = decodeClauses(query.get('s') ?? '');
  const sort = SORTS.find((candidate) => candidate === query.get('sort'));
  const stones = (query.get('stone') ?? '')
    .split(',')
    .map((pair) => pair.split(':'))
    .filter((pair): pair is [string, string] => pair.length === 2);
  return {
    state: {
      clauses,
      scheme: query.get('map'),
      opened: query.get('open'),
      stones: Object.fromEntries(stones),
      sort: sort ?? FIRST_STATE.sort,
      hideRest: query.get('rest') === 'hidden',
      view: Object.fromEntries(
        [...query].filter(([name]) => name.startsWith(OWN)).map(([name, value]) => [name.slice(OWN.length), value]),
      ),
    },
    refused: refused.length,
  };
}
