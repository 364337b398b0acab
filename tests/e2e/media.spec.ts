import { readFileSync } from 'node:fs';
import { rowsOnDevice } from './page-objects/device-store';
import { HastyTeller } from './page-objects/hasty-teller';
import { expect, test as base } from './running-server';
import { UnreliableNetwork } from './unreliable-network';

const MEDIA = '/api/v1/media';
const MEGABYTE = 1024 * 1024;
/** A line of 2 MB/s that breaks every second and is away for a tenth of one. */
const BREAKS_MS = 1000;
const AWAY_MS = 100;
const BYTES_PER_SECOND = 2 * MEGABYTE;

const test = base.extend<{ network: UnreliableNetwork; teller: HastyTeller }>({
  network: async ({ serverUrl }, use) => {
    const network = await UnreliableNetwork.before(serverUrl);
    await use(network);
    await network.close();
  },
  baseURL: async ({ network }, use) => use(network.url),
  teller: async ({ page, served }, use) => {
    const teller = new HastyTeller(page);
    await teller.open(`/t/${served.code}`);
    await use(teller);
  },
});

test.describe.configure({ timeout: 120_000 });

/** A recording of the test tone as long as is asked: its pieces of sound over and over, each a cluster of its own. */
function recordingOf(bytes: number): Buffer {
  const tone = readFileSync('tests/fixtures/media/tone.webm');
  const from = tone.indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75]));
  const clusters = tone.subarray(from);
  return Buffer.concat([tone.subarray(0, from), ...Array<Buffer>(Math.ceil(bytes / clusters.length)).fill(clusters)]);
}

test('a recording of 6 MB arrives over a line that breaks every second, with less than twice its bytes', async ({
  network,
  teller,
  page,
}) => {
  await teller.begin();
  await teller.write('A made-up story with a long recording.');
  const [draft] = (await rowsOnDevice(page, 'drafts')) as { id: string; draft: object }[]; // as device/rows.ts lays them
  if (draft === undefined) throw new Error('no draft is kept');
  const recording = recordingOf(6 * MEGABYTE);
  const ref = await page.evaluate(
    async ({ packed, story }) => {
      const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)).buffer;
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const ref = { sha256, kind: 'voice', mime: 'audio/webm', bytes: bytes.byteLength, seconds: 290 };
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open('sheaf');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('refused'));
      });
      const change = opened.transaction(['media', 'mediaBytes'], 'readwrite');
      change.objectStore('mediaBytes').put({ sha256, mime: ref.mime, bytes });
      const fresh = { state: 'made', collector: null, sequence: null, shared: false, madeAt: Date.now(), faults: 0 };
      const unsent = { refusal: null, uploadUrl: null, epoch: null, storedAt: null };
      change.objectStore('media').put({ ...ref, story, ...fresh, ...unsent });
      await new Promise((resolve) => (change.oncomplete = resolve));
      opened.close();
      return ref;
    },
    { packed: recording.toString('base64'), story: draft.id },
  );
  // The draft names it, as the recorder would have it do.
  await rowsOnDevice(page, 'drafts', [{ ...draft, draft: { ...draft.draft, media: [ref] } }]);
  await page.reload();

  network.throttle(BYTES_PER_SECOND, (path) => path.startsWith(MEDIA));
  await teller.send();
  let breaks = 0;
  const breaking = setInterval(() => {
    network.goDown();
    breaks += 1;
    setTimeout(() => network.comeBack(), AWAY_MS);
  }, BREAKS_MS);
  try {
    await expect(page.getByText('The words have arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
    await page.reload();
    await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 60_000 });
  } finally {
    clearInterval(breaking);
    network.comeBack();
  }
  const sent = network.sentTo((path) => path.startsWith(MEDIA));
  test.info().annotations.push({
    type: 'bytes',
    description: JSON.stringify({
      file: recording.length,
      sent,
      ratio: Number((sent / recording.length).toFixed(2)),
      breaks,
    }),
  });
  expect(breaks).toBeGreaterThan(2);
  expect(sent).toBeGreaterThanOrEqual(recording.length);
  expect(sent).toBeLessThan(2 * recording.length);
  expect(network.outcomes).toContain('stored');
});
