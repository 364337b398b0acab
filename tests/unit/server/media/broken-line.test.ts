import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SendableFile } from '$lib/device/media-queue';
import { API } from '$lib/protocol/routes';
import { mediaOf } from '$lib/server/media/media';
import { uploadFile } from '$lib/sync/upload-file';
import { withSheffield } from '../../../fixtures/programmes';
import { openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { TONE, captureToken, sha256 } from '../../../fixtures/uploads';
import { UnreliableNetwork } from '../../../e2e/unreliable-network';

const MEGABYTE = 1024 * 1024;
const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75]);

let here: ServicesUnderTest;
let server: Server;
let network: UnreliableNetwork;

beforeEach(async () => {
  here = openTestServices();
  await withSheffield(here.services.store);
  server = createServer((from, to) => {
    const body = from.method === 'PATCH' ? { body: Readable.toWeb(from), duplex: 'half' } : {};
    const headers = from.headers as Record<string, string>; // none is sent twice
    const request = new Request(`http://localhost${from.url ?? '/'}`, {
      method: from.method ?? 'GET',
      headers,
      ...(body as RequestInit), // Node's own type of the same stream
    });
    void mediaOf(here.services)
      .uploads.handle(request)
      .then(async (answer) => {
        to.writeHead(answer.status, Object.fromEntries(answer.headers));
        to.end(await answer.text());
      })
      .catch(() => from.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP
  network = await UnreliableNetwork.before(`http://127.0.0.1:${port}`);
});
afterEach(async () => {
  await network.close();
  server.closeAllConnections();
  server.close();
  await here.close();
});

/** A recording of the test tone as long as is asked: its pieces of sound over and over. */
function recordingOf(bytes: number): Buffer {
  const from = Buffer.from(TONE).indexOf(CLUSTER);
  const clusters = TONE.subarray(from);
  return Buffer.concat([
    TONE.subarray(0, from),
    ...Array<Uint8Array>(Math.ceil(bytes / clusters.length)).fill(clusters),
  ]);
}

it('a recording of 6 MB arrives over a line that breaks every second, with less than twice its bytes', async () => {
  const recording = recordingOf(6 * MEGABYTE);
  const hash = sha256(recording);
  const token = await captureToken(here.services);
  const onMedia = (path: string) => path.startsWith(API.media);
  network.throttle(2 * MEGABYTE, onMedia);
  let uploadUrl: string | null = null;
  let breaks = 0;
  const breaking = setInterval(() => {
    network.goDown();
    breaks += 1;
    setTimeout(() => network.comeBack(), 100);
  }, 1000);
  try {
    for (let passes = 1; ; passes += 1) {
      expect(passes).toBeLessThan(40);
      const file: SendableFile = {
        story: '',
        sha256: hash,
        ref: { sha256: hash, kind: 'voice', mime: 'audio/webm', bytes: recording.length },
        bytes: recording as unknown as Blob, // what the client takes in Node instead
        uploadUrl,
        faults: 0,
      };
      const { answer } = await uploadFile(file, {
        token,
        signal: new AbortController().signal,
        endpoint: `${network.url}${API.media}`,
        keepUrl: (url) => {
          uploadUrl = url;
          return Promise.resolve();
        },
      });
      if (answer.kind === 'answered') {
        expect(answer.value).toMatchObject({ sha256: hash });
        expect(['stored', 'already']).toContain(answer.value.outcome);
        break;
      }
      expect(answer.kind).toBe('unreachable');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  } finally {
    clearInterval(breaking);
    network.comeBack();
  }
  const sent = network.sentTo(onMedia);
  expect(breaks).toBeGreaterThan(2);
  expect(sent).toBeGreaterThanOrEqual(recording.length);
  expect(sent).toBeLessThan(2 * recording.length);
  expect(await here.services.store.mediaOf('sheffield-send', hash)).toMatchObject({ bytes: recording.length });
}, 60_000);
