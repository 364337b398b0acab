import { memoryDevice } from '$lib/device/memory-device';
import type { Telling } from '$lib/tell/telling.svelte';

/** What a telling stands in where only its screens are looked at: it leads nowhere, and nothing of it is sent. */
export function nowhere(): ConstructorParameters<typeof Telling>[3] {
  return {
    ways: { show: () => undefined, back: () => undefined, thanks: () => undefined },
    device: memoryDevice(),
    receiptList: () => Promise.reject(new Error('nothing is sent here')),
    clock: () => new Date('2026-11-02T10:00:00Z'),
    ended: () => undefined,
    takenBack: () => undefined,
    finished: () => undefined,
  };
}
