import { ClauseSchema, STATES, type Clause } from './clause';

/**
 * A selection as part of an address, of characters that need no escape in one: clauses joined by `*`, fields by `~`,
 * lists by `!`. A clause is `source~dimension~kind~...~states`; the source is left out when it is the dimension's
 * name. Polygon points are whole 1/10,000 in base 36.
 */
export function encodeClauses(clauses: readonly Clause[]): string {
  return clauses.map((clause) => encodeClause(tidyClause(clause))).join('*');
}

/** Clauses of an address. Parts that are no clause are handed back, so that a person can be told of a broken link. */
export function decodeClauses(text: string): { clauses: Clause[]; refused: string[] } {
  const clauses: Clause[] = [];
  const refused: string[] = [];
  for (const part of text === '' ? [] : text.split('*')) {
    const parsed = ClauseSchema.safeParse(decodeClause(part));
    if (parsed.success) clauses.push(tidyClause(parsed.data));
    else refused.push(part);
  }
  return { clauses, refused };
}

const GRAIN = 10_000;
/** A coordinate as a link keeps it. */
export function tidy(coordinate: number): number {
  const units = Math.round(coordinate * GRAIN);
  return units === 0 ? 0 : units / GRAIN;
}

/** The clause as its link would give it back: what a kernel answers, so that picture and link agree to the last story. */
export function tidyClause(clause: Clause): Clause {
  if (clause.kind === 'polygon')
    return { ...clause, points: clause.points.map(([x, y]): [number, number] => [tidy(x), tidy(y)]) };
  if (clause.kind === 'range') return { ...clause, from: tidyEnd(clause.from), to: tidyEnd(clause.to) };
  return clause;
}

/** Ends of a range are kept finer than a placement's unit (1/60,000): a run of bins ends half a unit below its last cut. */
function tidyEnd(value: number): number {
  const units = Math.round(value * 1_000_000);
  return units === 0 ? 0 : units / 1_000_000;
}

const LETTER = { answered: 'a', not_applicable: 'n', unanswered: 'u', not_asked: 'k' } as const;

function encodeClause(clause: Clause): string {
  const source = clause.source === clause.dimension ? '' : clause.source;
  const states = STATES.filter((state) => clause.states?.includes(state)).map((state) => LETTER[state]);
  const fields = [source, clause.dimension, ...payload(clause), ...(clause.states ? [states.join('')] : [])];
  return fields.join('~');
}

function payload(clause: Clause): string[] {
  switch (clause.kind) {
    case 'polygon':
      return ['p', clause.stone ?? '', clause.points.flat().map(toBase36).join('.')];
    case 'cells':
      return ['c', clause.stone, clause.cells.join('!')];
    case 'zones':
      return ['z', clause.zones.join('!')];
    case 'range':
      return ['r', String(clause.from), String(clause.to)];
    case 'options':
      return ['o', clause.options.join('!')];
    case 'months':
      return ['m', String(clause.from), String(clause.to)];
  }
}

const toBase36 = (coordinate: number): string => Math.round(coordinate * GRAIN).toString(36);
const fromBase36 = (text: string): number => (/^-?[0-9a-z]{1,6}$/.test(text) ? parseInt(text, 36) / GRAIN : NaN);
const list = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split('!'));

/** A candidate for the schema; anything odd becomes something that the schema refuses. */
function decodeClause(part: string): unknown {
  const [source = '', dimension = '', kind = '', ...rest] = part.split('~');
  const common = { source: source === '' ? dimension : source, dimension };
  const [first = '', second] = rest;
  switch (kind) {
    case 'p': {
      const numbers = (second ?? '').split('.').map(fromBase36);
      const points = numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1]]] : []));
      return { kind: 'polygon', ...common, ...(first === '' ? {} : { stone: first }), points, ...states(rest, 2) };
    }
    case 'c':
      return { kind: 'cells', ...common, stone: first, cells: list(second).map(decimal), ...states(rest, 2) };
    case 'z':
      return { kind: 'zones', ...common, zones: list(first), ...states(rest, 1) };
    case 'r':
      return { kind: 'range', ...common, from: decimal(first), to: decimal(second), ...states(rest, 2) };
    case 'o':
      return { kind: 'options', ...common, options: list(first), ...states(rest, 1) };
    case 'm':
      return { kind: 'months', ...common, from: decimal(first), to: decimal(second), ...states(rest, 2) };
    default:
      return null;
  }
}

function decimal(text: string | undefined): number {
  return text === undefined || text === '' ? NaN : Number(text);
}

function states(rest: readonly string[], at: number): { states?: unknown[] } {
  const letters = rest[at];
  if (letters === undefined) return {};
  const tooMany = rest.length > at + 1;
  return { states: tooMany ? [null] : [...letters].map((letter) => STATES.find((state) => LETTER[state] === letter)) };
}
