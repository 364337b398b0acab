import { openDevice } from '../src/lib/device/open-device';
import { askEpoch } from '../src/lib/protocol/client/ask-epoch';
import { epochPass } from '../src/lib/sync/epoch-pass';
import { pushPass } from '../src/lib/sync/push-pass';
import { LONGEST_PASS_MS } from './background-sync';
import { TELL_PATHS } from './routes';

declare const self: ServiceWorkerGlobalScope;

const HOUR_MS = 60 * 60 * 1000;
/** The page that is being opened comes first. */
const AFTER_MS = 5_000;

/** When a page of Tell is opened, at most once an hour: whether the server was restored since (src/lib/sync/epoch-pass.ts). */
export function askForRestores(): void {
  let asked = -Infinity;
  self.addEventListener('fetch', (event) => {
    const { mode, url } = event.request;
    if (mode !== 'navigate' || !TELL_PATHS.test(new URL(url).pathname)) return;
    if (performance.now() - asked < HOUR_MS) return;
    asked = performance.now();
    event.waitUntil(new Promise((resolve) => setTimeout(resolve, AFTER_MS)).then(offerAgain));
  });
}

async function offerAgain(): Promise<void> {
  const opened = await openDevice();
  if (opened.kind !== 'open') return;
  try {
    const signal = AbortSignal.timeout(LONGEST_PASS_MS);
    const again = await epochPass(opened.device, () => askEpoch(undefined, signal));
    // Files are sent by pages. A page whose loop rests would look at the outbox only when something nudges it.
    if (again > 0) await pushPass(opened.device, 'service-worker', false, signal);
  } finally {
    opened.device.close();
  }
}
