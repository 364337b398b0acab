import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { close } from '$lib/domain/signifier/triad';
import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '$lib/analysis/representation/block';
import { oneHotScale, STONE_SCALE, triadPlane } from '$lib/analysis/representation/design-scale';
import { isRecord } from './figure';
import { FIRST_MONTH, type ReferenceSet } from './reference-set';

type Row = Readonly<Record<string, string>>;

/** Columns that are no answers. */
const ABOUT = new Set(['id', 'date', 'locality', 'role', 'age_band', 'session', 'words']);
/** The README fixes this order; any other choice's options stand in the order of the alphabet. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = { M1: ['often', 'sometimes', 'rarely', 'never'] };

/** Reads one pair of files. Questions are found by their columns: X_a X_b X_c a triad, X_x X_y a stone, M... a choice, else a slider. */
export function readSet(folder: string, name: string): ReferenceSet {
  const reference: unknown = JSON.parse(readFileSync(join(folder, `${name}.reference.json`), 'utf8'));
  if (!isRecord(reference)) throw new Error(`${name}.reference.json holds no figures`);
  const { data, errors, meta } = Papa.parse<Row>(readFileSync(join(folder, `${name}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const fault = errors[0];
  if (fault) throw new Error(`${name}.csv, row ${fault.row ?? '?'}: ${fault.message}`);
  const columns = meta.fields ?? [];
  const localities = named(data.map((row) => row['locality'] ?? ''));
  return {
    name: basename(name),
    reference,
    stories: storySet(data, columns),
    ids: data.map((row) => row['id'] ?? ''),
    localities: { id: 'locality', groups: localities.names, of: Uint16Array.from(localities.of) },
    words: columns.includes('words') ? data.map((row) => row['words'] ?? '') : null,
  };
}

function storySet(rows: readonly Row[], columns: readonly string[]): StorySet {
  const questions = [
    ...new Set(columns.filter((column) => !ABOUT.has(column)).map((column) => column.split('_')[0] ?? '')),
  ];
  return {
    rows: rows.length,
    blocks: questions.map((id) => readBlock(id, rows, columns)),
    cluster: Uint32Array.from(named(rows.map((row) => row['session'] ?? '')).of),
    month: Uint16Array.from(rows, (row) => {
      const [year = 0, month = 0] = (row['date'] ?? '').split('-').map(Number);
      return FIRST_MONTH + (year - 2023) * 12 + month - 1;
    }),
  };
}

function readBlock(id: string, rows: readonly Row[], columns: readonly string[]): Block {
  const { kind, width, place } = reader(id, rows, columns);
  const coordinates = new Float64Array(rows.length * width).fill(Number.NaN);
  const state = new Uint8Array(rows.length).fill(BLOCK_STATE.unanswered);
  rows.forEach((row, i) => {
    const at = place(row);
    if (!at) return;
    coordinates.set(at, i * width);
    state[i] = BLOCK_STATE.answered;
  });
  return { id, signifier: id, kind, width, coordinates, state };
}

interface Reader {
  readonly kind: BlockKind;
  readonly width: number;
  /** Null for an empty cell: not answered. */
  readonly place: (row: Row) => readonly number[] | null;
}

function reader(id: string, rows: readonly Row[], columns: readonly string[]): Reader {
  const numbers = (row: Row, parts: readonly string[]): number[] | null => {
    const cells = parts.map((part) => row[part] ?? '');
    return cells.includes('') ? null : cells.map(Number);
  };
  if (columns.includes(`${id}_a`)) {
    const place = (row: Row): readonly number[] | null => {
      const [a = 0, b = 0, c = 0] = numbers(row, [`${id}_a`, `${id}_b`, `${id}_c`]) ?? [];
      if (a + b + c === 0) return null;
      const closed = close(a, b, c);
      return triadPlane(closed.b, closed.c);
    };
    return { kind: 'triad', width: 2, place };
  }
  if (columns.includes(`${id}_x`)) {
    const place = (row: Row) => numbers(row, [`${id}_x`, `${id}_y`])?.map((value) => value * STONE_SCALE) ?? null;
    return { kind: 'stone', width: 2, place };
  }
  if (!id.startsWith('M')) return { kind: 'slider', width: 1, place: (row) => numbers(row, [id]) };
  const options = OPTIONS[id] ?? named(rows.map((row) => row[id] ?? '').filter((option) => option !== '')).names;
  const height = oneHotScale(options.length);
  return {
    kind: 'choice',
    width: options.length,
    place: (row) => (row[id] ? options.map((option) => (option === row[id] ? height : 0)) : null),
  };
}

/** Names in the order of the alphabet, and per value the number of its name. */
function named(values: readonly string[]): { names: readonly string[]; of: readonly number[] } {
  const names = [...new Set(values)].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  return { names, of: values.map((value) => index.get(value) ?? 0) };
}
