import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '../analysis/representation/block';
import { OPTION_SCALE, STONE_SCALE, oneHotScale, triadPlane } from '../analysis/representation/design-scale';
import { ringDistance } from '../domain/signifier/stones';
import { codedColumn } from './bins';
import { GAP_CODES, STATE_STEPS } from './codes';
import { COLUMN } from './column-names';
import { UNITS, fromUnits } from './quantise';
import type { DictionaryEntry, Snapshot } from './snapshot';

/**
 * A snapshot as the analysis reads it: every signifier as design-scaled blocks (METHOD 2a). A triad, a slider and a
 * single choice are one block, each stone one, each option of a multiple choice one. Text and numbers have no place.
 *
 * @param signifiers ids of those to take; left out = all.
 */
export function storySetOf(snapshot: Snapshot, signifiers?: ReadonlySet<string>): StorySet {
  const wanted = snapshot.head.signifiers.filter(({ id }) => signifiers?.has(id) ?? true);
  return {
    rows: snapshot.rows,
    blocks: wanted.flatMap((entry) => blocksOf(snapshot, entry)),
    cluster: snapshot.cluster,
    month: snapshot.month,
  };
}

/** The same stories, fewer of them: rows of `kept` in that order. */
export function storiesAt(set: StorySet, kept: Uint32Array): StorySet {
  return {
    rows: kept.length,
    blocks: set.blocks.map((block) => ({
      ...block,
      coordinates: pickRows(block.coordinates, block.width, kept),
      state: Uint8Array.from(kept, (row) => block.state[row] ?? BLOCK_STATE.unanswered),
    })),
    cluster: Uint32Array.from(kept, (row) => set.cluster[row] ?? 0),
    month: Uint16Array.from(kept, (row) => set.month[row] ?? 0),
  };
}

function pickRows(coordinates: Float64Array, width: number, kept: Uint32Array): Float64Array {
  const picked = new Float64Array(kept.length * width);
  kept.forEach((row, at) => picked.set(coordinates.subarray(row * width, (row + 1) * width), at * width));
  return picked;
}

function blocksOf(snapshot: Snapshot, entry: DictionaryEntry): Block[] {
  const { id } = entry;
  const filled = (kind: BlockKind, blockId: string, width: number, column: string, put: Put): Block =>
    fill({ id: blockId, signifier: id, kind, width }, codedColumn(snapshot, column), put);
  switch (entry.kind) {
    case 'triad': {
      const b = codedColumn(snapshot, COLUMN.triadB(id));
      return [
        filled('triad', id, 2, COLUMN.triadA(id), (units, row, to) => {
          const [x, y] = triadPlane(fromUnits(b[row] ?? 0), fromUnits(UNITS - units - (b[row] ?? 0)));
          to[0] = x;
          to[1] = y;
        }),
      ];
    }
    case 'slider':
      return [filled('slider', id, 1, COLUMN.slider(id), (units, _row, to) => (to[0] = fromUnits(units)))];
    case 'stones':
      return entry.stones.map((stone) => stoneBlock(snapshot, entry, stone));
    case 'choice':
      return entry.many ? optionBlocks(snapshot, entry) : [choiceBlock(snapshot, entry)];
    case 'text':
    case 'number':
      return [];
  }
}

/** Writes the coordinates of one answered story; `value` is what stands in the column that tells the state. */
type Put = (value: number, row: number, to: Float64Array) => void;

function fill(block: Omit<Block, 'coordinates' | 'state'>, column: Uint8Array | Uint16Array, put: Put): Block {
  const top = column instanceof Uint8Array ? 255 : 65_535;
  const coordinates = new Float64Array(column.length * block.width).fill(Number.NaN);
  const state = new Uint8Array(column.length);
  column.forEach((value, row) => {
    if (top - value < GAP_CODES) {
      state[row] = saidNo(top - value) ? BLOCK_STATE.notApplicable : BLOCK_STATE.unanswered;
      return;
    }
    state[row] = BLOCK_STATE.answered;
    put(value, row, coordinates.subarray(row * block.width, (row + 1) * block.width));
  });
  return { ...block, coordinates, state };
}

/** "Does not fit" and "not in my story" are answers; the other gaps are not. */
function saidNo(step: number): boolean {
  return step === STATE_STEPS.notApplicable || step === STATE_STEPS.notInStory;
}

function stoneBlock(snapshot: Snapshot, entry: Extract<DictionaryEntry, { kind: 'stones' }>, stone: string): Block {
  const y = codedColumn(snapshot, COLUMN.stoneY(entry.id, stone));
  const rings = entry.canvas === 'rings';
  const block = {
    id: `${entry.id}/${stone}`,
    signifier: entry.id,
    kind: rings ? ('ring' as const) : ('stone' as const),
    width: rings ? 1 : 2,
  };
  return fill(block, codedColumn(snapshot, COLUMN.stoneX(entry.id, stone)), (units, row, to) => {
    const place = { x: fromUnits(units), y: fromUnits(y[row] ?? 0) };
    if (rings) to[0] = ringDistance(place);
    else to.set([place.x * STONE_SCALE, place.y * STONE_SCALE]);
  });
}

function choiceBlock(snapshot: Snapshot, { id, options }: Extract<DictionaryEntry, { kind: 'choice' }>): Block {
  const height = oneHotScale(options.length);
  const block = { id, signifier: id, kind: 'choice' as const, width: options.length };
  return fill(block, codedColumn(snapshot, COLUMN.choice(id)), (option, _row, to) => {
    to.fill(0);
    to[option] = height;
  });
}

function optionBlocks(snapshot: Snapshot, { id, options }: Extract<DictionaryEntry, { kind: 'choice' }>): Block[] {
  const state = codedColumn(snapshot, COLUMN.state(id));
  return options.map((option, index) => {
    const word = snapshot.columns.get(COLUMN.bits(id, index >>> 5));
    const block = { id: `${id}/${option}`, signifier: id, kind: 'option' as const, width: 1 };
    return fill(block, state, (_value, row, to) => {
      const chosen = (((word?.[row] ?? 0) >>> (index & 31)) & 1) === 1;
      to[0] = chosen ? OPTION_SCALE : 0;
    });
  });
}
