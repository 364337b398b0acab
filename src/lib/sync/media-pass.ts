import type { Device } from '../device/device';
import { exchangeCode } from '../protocol/client/exchange-code';
import { pushMedia } from './push-media';
import type { PassResult } from './push-stories';
import { uploadFile } from './upload-file';

/** A lock of its own: a recording that takes minutes holds up no story, in this tab or in another. */
const MEDIA_LOCK = 'sheaf-sync-media';

/** One pass over the files with the real network, alone on this device. Loaded once a file waits. */
export function mediaPass(device: Device, signal: AbortSignal): Promise<PassResult | 'held_elsewhere'> {
  const now = () => Date.now();
  const work = () =>
    pushMedia({
      device,
      upload: (file, token, keepUrl) => uploadFile(file, { token, signal, keepUrl }),
      exchange: (code) => exchangeCode(code, undefined, signal),
      now,
    });
  // Without Web Locks two tabs may send the same file: it costs traffic, and the server keeps it once.
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(MEDIA_LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? Promise.resolve('held_elsewhere' as const) : work(),
  );
}
