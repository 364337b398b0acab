import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '$lib/analysis/representation/block';
import { oneHotScale, STONE_SCALE, triadPlane } from '$lib/analysis/representation/design-scale';
import { close } from '$lib/domain/signifier/triad';
import { sharedFile } from '../../../fixtures/shared-data';

/** The signifiers of the reference sets. */
export const SIGNIFIERS = ['T1', 'T2', 'T3', 'D1', 'D2', 'S1', 'M1'];
const OPTIONS = ['often', 'sometimes', 'rarely', 'never'];

export interface ReferenceSet {
  readonly set: StorySet;
  readonly ids: readonly string[];
  readonly locality: readonly string[];
  readonly reference: Reference;
}

/** The parts of a reference file that speak of patterns. */
interface Reference {
  readonly kmeans_complete_cases: {
    readonly n: number;
    readonly by_k: Readonly<Record<string, ReferenceFit>>;
  };
  readonly prediction_strength: { readonly k: number[]; readonly mean: number[]; readonly optimal_k: number } | null;
  readonly clusterboot: { readonly k: number; readonly jaccard_mean: number[]; readonly sizes: number[] } | null;
  readonly cluster_profile_standardised_difference: { readonly k: number; readonly by_size: Record<string, number>[] };
  readonly partial_distance_first6: { readonly d: (number | null)[][]; readonly joint: number[][] };
}

interface ReferenceFit {
  readonly inertia: number;
  readonly sizes_sorted: number[];
  readonly silhouette?: number;
  readonly centres_by_size?: number[][];
  readonly medoid_ids?: string[];
}

/** A synthetic set with known answers, from the repository's copies or the place they come from; null where neither is. */
export function referenceSet(name: string): ReferenceSet | null {
  const data = found(`${name}.csv`);
  const reference = found(`${name}.reference.json`);
  if (data === null || reference === null) return null;
  const [head = '', ...lines] = readFileSync(data, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  const rows = lines.map((line) => line.split(','));
  const column = (wanted: string): string[] => rows.map((cells) => cells[names.indexOf(wanted)] ?? '');
  const sessions = column('session');
  const numbers = [...new Set(sessions)];
  return {
    ids: column('id'),
    locality: column('locality'),
    reference: JSON.parse(readFileSync(reference, 'utf8')) as Reference, // a file whose form its README fixes
    set: {
      rows: rows.length,
      blocks: SIGNIFIERS.map((id) => blockOf(id, column)),
      cluster: Uint32Array.from(sessions, (session) => numbers.indexOf(session)),
      month: Uint16Array.from(column('date'), (date) => monthOf(date)),
    },
  };
}

function found(file: string): string | null {
  const copy = resolve('tests/fixtures/conformance', file);
  return existsSync(copy) ? copy : sharedFile(`conformance/${file}`);
}

function monthOf(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return (year - 1970) * 12 + month - 1;
}

function blockOf(id: string, column: (name: string) => string[]): Block {
  switch (id[0]) {
    case 'T': {
      const [a, b, c] = ['a', 'b', 'c'].map((part) => column(`${id}_${part}`));
      return block(id, 'triad', 2, a ?? [], (row) => {
        const parts = close(Number(a?.[row]), Number(b?.[row]), Number(c?.[row]));
        return triadPlane(parts.b, parts.c);
      });
    }
    case 'S': {
      const [x, y] = [column(`${id}_x`), column(`${id}_y`)];
      return block(id, 'stone', 2, x, (row) => [Number(x[row]) * STONE_SCALE, Number(y[row]) * STONE_SCALE]);
    }
    case 'M': {
      const chosen = column(id);
      const height = oneHotScale(OPTIONS.length);
      return block(id, 'choice', OPTIONS.length, chosen, (row) => OPTIONS.map((o) => (o === chosen[row] ? height : 0)));
    }
    default: {
      const at = column(id);
      return block(id, 'slider', 1, at, (row) => [Number(at[row])]);
    }
  }
}

function block(
  id: string,
  kind: BlockKind,
  width: number,
  cells: readonly string[],
  placeOf: (row: number) => readonly number[],
): Block {
  const coordinates = new Float64Array(cells.length * width).fill(Number.NaN);
  const state = new Uint8Array(cells.length);
  cells.forEach((cell, row) => {
    if (cell === '') return;
    state[row] = BLOCK_STATE.answered;
    coordinates.set(placeOf(row), row * width);
  });
  return { id, signifier: id, kind, width, coordinates, state };
}
