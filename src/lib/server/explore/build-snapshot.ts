import { setImmediate } from 'node:timers/promises';
import { encodeSnapshot } from '../../columns/encode-snapshot';
import type { SnapshotRow } from '../../columns/snapshot-row';
import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import type { Store, StoredStory } from '../store/port';
import { monthsSince1970 } from './calendar';
import { clusterOf } from './cluster';
import { heldIn, readableState, type Held } from './readable';

const PAGE = 500;

/** Every story of a programme as columns. Other requests are answered between the pages. */
export async function buildSnapshot(store: Store, programme: Programme, framework: Framework): Promise<Uint8Array> {
  const held = await heldIn(store, programme);
  const rows: SnapshotRow[] = [];
  for (let after = -1; ;) {
    const page = await store.storiesOf(programme.slug, after, PAGE);
    for (const stored of page) rows.push(rowOf(stored, held));
    const last = page[page.length - 1];
    if (last === undefined || page.length < PAGE) break;
    after = last.serial;
    await setImmediate();
  }
  return encodeSnapshot(programme, framework, rows);
}

function rowOf(stored: StoredStory, held: Held): SnapshotRow {
  const { serial, story, receivedAt } = stored;
  return {
    serial,
    // Columns hold no words: dropped here already, so that a hundred thousand stories need less memory.
    story: { ...story, title: null, text: null, consent: [], device: { ...story.device, secondsPerStep: {} } },
    monthReceived: monthsSince1970(receivedAt),
    readable: readableState(stored, held),
    cluster: clusterOf(stored),
  };
}
