import 'fake-indexeddb/auto';
import { memoryDevice } from '$lib/device/memory-device';
import { openDevice } from '$lib/device/open-device';
import { deviceContract } from './device-contract';
import { withdrawalContract } from './withdrawal-contract';

let count = 0;

async function dexie() {
  let now = 0;
  const opened = await openDevice({ name: `contract-${(count += 1)}`, now: () => (now += 1) });
  if (opened.kind !== 'open') throw new Error(opened.kind, { cause: opened.cause });
  return opened.device;
}
const memory = () => Promise.resolve(memoryDevice());

for (const contract of [deviceContract, withdrawalContract]) {
  contract('Dexie', dexie);
  contract('memory', memory);
}
