import { COLUMN } from './column-names';
import { aligned, PREFIX_BYTES, requireLittleEndian } from './layout';
import {
  SNAPSHOT_MAGIC,
  SNAPSHOT_VERSION,
  SnapshotHeadSchema,
  type Column,
  type ColumnEntry,
  type ColumnType,
  type DictionaryEntry,
  type Snapshot,
  type SnapshotHead,
} from './snapshot';

/** Why bytes are no snapshot; the message can be shown. */
export class SnapshotError extends Error {
  constructor(
    readonly kind: 'not_a_snapshot' | 'other_version' | 'damaged',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SnapshotError';
  }
}

type Make = (buffer: ArrayBufferLike, offset: number, length: number) => Column;
const ARRAYS: Readonly<Record<ColumnType, { bytes: number; make: Make }>> = {
  u8: { bytes: 1, make: (buffer, offset, length) => new Uint8Array(buffer, offset, length) },
  u16: { bytes: 2, make: (buffer, offset, length) => new Uint16Array(buffer, offset, length) },
  u32: { bytes: 4, make: (buffer, offset, length) => new Uint32Array(buffer, offset, length) },
  f32: { bytes: 4, make: (buffer, offset, length) => new Float32Array(buffer, offset, length) },
};

/** Reads a snapshot without copying its columns. @throws SnapshotError */
export function decodeSnapshot(source: ArrayBuffer | Uint8Array): Snapshot {
  requireLittleEndian();
  const bytes = onBoundary(source instanceof Uint8Array ? source : new Uint8Array(source));
  const { head, start } = readHead(bytes);
  const columns = new Map<string, Column>();
  for (const entry of head.columns) columns.set(entry.name, readColumn(bytes, start, entry, head.rows));
  const column = <T extends Column>(name: string, type: new (length: number) => T): T => {
    const found = columns.get(name);
    if (found instanceof type) return found;
    throw damaged(`the column ${name} is missing or of another type`);
  };
  for (const entry of [...head.signifiers, ...head.questions]) {
    for (const name of namesOf(entry)) if (!columns.has(name)) throw damaged(`the column ${name} is missing`);
  }
  return {
    head,
    rows: head.rows,
    serial: column(COLUMN.serial, Uint32Array),
    month: column(COLUMN.month, Uint16Array),
    readable: column(COLUMN.readable, Uint8Array),
    cluster: column(COLUMN.cluster, Uint32Array),
    columns,
  };
}

function readHead(bytes: Uint8Array): { head: SnapshotHead; start: number } {
  if (bytes.length < PREFIX_BYTES || new TextDecoder().decode(bytes.subarray(0, 8)) !== SNAPSHOT_MAGIC)
    throw new SnapshotError('not_a_snapshot', 'These bytes are not a column snapshot.');
  const numbers = new DataView(bytes.buffer, bytes.byteOffset);
  const version = numbers.getUint32(8, true);
  if (version !== SNAPSHOT_VERSION)
    throw new SnapshotError('other_version', `Column snapshot of version ${version}; this reads ${SNAPSHOT_VERSION}.`);
  const end = PREFIX_BYTES + numbers.getUint32(12, true);
  if (end > bytes.length) throw damaged('its head is cut off');
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX_BYTES, end)));
    return { head: SnapshotHeadSchema.parse(head), start: aligned(end) };
  } catch (cause) {
    throw damaged('its head cannot be read', cause);
  }
}

function readColumn(bytes: Uint8Array, start: number, entry: ColumnEntry, rows: number): Column {
  const { bytes: size, make } = ARRAYS[entry.type];
  const from = start + entry.offset;
  if (entry.length !== rows) throw damaged(`the column ${entry.name} holds ${entry.length} of ${rows} rows`);
  if (from % 8 !== 0) throw damaged(`the column ${entry.name} begins at an odd place`);
  if (from + rows * size > bytes.length) throw damaged(`the column ${entry.name} is cut off`);
  return make(bytes.buffer, bytes.byteOffset + from, rows);
}

function namesOf(entry: DictionaryEntry): string[] {
  switch (entry.kind) {
    case 'triad':
      return [COLUMN.triadA(entry.id), COLUMN.triadB(entry.id), COLUMN.triadZone(entry.id)];
    case 'slider':
      return [COLUMN.slider(entry.id)];
    case 'stones':
      return [
        COLUMN.state(entry.id),
        ...entry.stones.flatMap((stone) => [COLUMN.stoneX(entry.id, stone), COLUMN.stoneY(entry.id, stone)]),
      ];
    case 'choice':
      return entry.many ? [COLUMN.state(entry.id), COLUMN.bits(entry.id, 0)] : [COLUMN.choice(entry.id)];
    case 'text':
      return [COLUMN.state(entry.id)];
    case 'number':
      return [COLUMN.state(entry.id), COLUMN.number(entry.id)];
  }
}

/** Views into the bytes need them to begin at a multiple of 8 (Node's small buffers may not): copied only then. */
function onBoundary(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
}

function damaged(what: string, cause?: unknown): SnapshotError {
  return new SnapshotError('damaged', `This column snapshot is damaged: ${what}.`, { cause });
}
