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
}

export const FIRST_STATE: WallState = {
  clauses: [],
  scheme: null,
  opened: null,
  stones: {},
  sort: 'any',
  hideRest: false,
};

/** The query of a link, without `?`; empty for the wall as it first stands. */
export function toLink(state: WallState): string {
  const parts: string[] = [];
  const add = (name: string, value: string | null): void => {
    if (value)
      parts.push(
        `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%21', '!')}`,
      );
  };
  add('s', encodeClauses(state.clauses));
  add('map', state.scheme);
  add('open', state.opened);
  add(
    'stone',
    Object.entries(state.stones)
      .map(([view, stone]) => `${view}:${stone}`)
      .join(','),
  );
  add('sort', state.sort === FIRST_STATE.sort ? null : state.sort);
  add('rest', state.hideRest ? 'hidden' : null);
  return parts.join('&');
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
    },
    refused: refused.length,
  };
}
