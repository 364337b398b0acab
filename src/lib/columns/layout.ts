import { SNAPSHOT_MAGIC, SNAPSHOT_VERSION, type Column, type ColumnType, type SnapshotHead } from './snapshot';

/** Bytes before the head: magic, version, length of the head. */
export const PREFIX_BYTES = 16;
const ALIGNMENT = 8;

/** Writes head and columns into one run of bytes. */
export function layOut(
  head: Omit<SnapshotHead, 'columns'>,
  columns: readonly (readonly [name: string, column: Column])[],
): Uint8Array {
  requireLittleEndian();
  let bytes = 0;
  const entries = columns.map(([name, column]) => {
    const offset = bytes;
    bytes = aligned(offset + column.byteLength);
    return { name, type: typeOf(column), offset, length: column.length };
  });
  const headBytes = new TextEncoder().encode(JSON.stringify({ ...head, columns: entries } satisfies SnapshotHead));
  const start = aligned(PREFIX_BYTES + headBytes.length);
  const snapshot = new Uint8Array(start + bytes);
  snapshot.set(new TextEncoder().encode(SNAPSHOT_MAGIC));
  const numbers = new DataView(snapshot.buffer);
  numbers.setUint32(8, SNAPSHOT_VERSION, true);
  numbers.setUint32(12, headBytes.length, true);
  snapshot.set(headBytes, PREFIX_BYTES);
  columns.forEach(([, column], index) => {
    const offset = start + (entries[index]?.offset ?? 0);
    snapshot.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
  });
  return snapshot;
}

export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Typed arrays have the machine's own byte order; every machine that runs Node or a browser today is little-endian. */
export function requireLittleEndian(): void {
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1)
    throw new Error('column snapshots need a little-endian machine');
}

function typeOf(column: Column): ColumnType {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Uint16Array) return 'u16';
  return column instanceof Uint32Array ? 'u32' : 'f32';
}
