import 'fake-indexeddb/auto';
import { memoryDevice } from '$lib/device/memory-device';
import { openDevice } from '$lib/device/open-device';
import { deviceContract } from './device-contract';

let count = 0;

deviceContract('Dexie', async () => {
  let now = 0;
  const opened = await openDevice({ name: `contract-${(count += 1)}`, now: () => (now += 1) });
  if (opened.kind !== 'open') throw new Error(opened.kind, { cause: opened.cause });
  return opened.device;
});

deviceContract('memory', () => Promise.resolve(memoryDevice()));
