import { describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { AUDIENCES } from '$lib/domain/audience';
import { wordingsOf } from '$lib/domain/framework/edition-for';
import { textsOf } from '$lib/domain/framework/text-keys';
import { wordingFor } from '$lib/domain/framework/wording';
import { KEPT_AT_MOST, KeptRecordings, RECORDINGS_CACHE } from '$lib/tell/reading/kept-recordings';
import { addressesToKeep, otherLanguages, recordedTexts } from '$lib/tell/reading/recorded';
import { FRAMEWORK } from '../../../fixtures/programmes';
import { collector, edition } from '../../../fixtures/sheffield-edition';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const offers = (['child', 'youth'] as const).flatMap((audience) => [
  { locale: 'rom', audience, stamp: '0123456789abcdef' },
  { locale: 'en-GB', audience, stamp: 'fedcba9876543210' },
]);

/** A browser's caches, as far as they are used. */
function aCacheStorage() {
  const kept = new Map<string, Response>();
  const path = (request: RequestInfo | URL) =>
    (request instanceof Request ? request.url : String(request)).replace('http://x', '');
  const cache = {
    match: (request: string) => Promise.resolve(kept.get(path(request))?.clone()),
    put: (request: string, response: Response) => Promise.resolve(void kept.set(path(request), response)),
    delete: (request: RequestInfo) => Promise.resolve(kept.delete(path(request))),
    keys: () => Promise.resolve([...kept.keys()].map((key) => new Request(`http://x${key}`))),
  };
  const open = vi.fn(() => Promise.resolve(cache as unknown as Cache)); // what is used of it
  return { kept, caches: { open } as unknown as CacheStorage, open }; // as above
}

function server(size = 10) {
  return vi.fn((address: string) => {
    const list = address.includes('/list/');
    const texts = { 'signifiers.triad.right.stem': HASH, 'signifiers.triad.right.labels.support.text': OTHER };
    return Promise.resolve(list ? Response.json({ texts }) : new Response(new Uint8Array(size)));
  });
}

describe('the texts of an edition', () => {
  it.each(AUDIENCES)('have the keys that their wordings have in the framework (%s)', (audience) => {
    const texts = textsOf(edition(audience));
    let shared = 0;
    for (const [key, wording] of wordingsOf(FRAMEWORK)) {
      if (!texts.has(key)) continue;
      expect(texts.get(key)).toBe(wordingFor(wording, audience));
      shared += 1;
    }
    expect(shared).toBeGreaterThan(80);
  });
});

describe('recordings on a device', () => {
  const ours = collector({ recordings: offers });

  it('are found by the words on the screen', async () => {
    const kept = new KeptRecordings(aCacheStorage().caches, server());
    const found = await recordedTexts(ours, edition('child'), 'rom', kept);
    const stem = textsOf(edition('child')).get('signifiers.triad.right.stem') ?? '';
    expect(found.get(stem.replace(/\s+/g, ' '))).toBe(`/api/v1/recordings/sheffield-send/${HASH}`);
    expect(found.size).toBe(2);
  });

  it('are asked for only where a link says that there are some', async () => {
    const fetcher = server();
    const kept = new KeptRecordings(aCacheStorage().caches, fetcher);
    expect((await recordedTexts(collector(), edition('child'), 'en-GB', kept)).size).toBe(0);
    expect((await recordedTexts(ours, edition('pro'), 'rom', kept)).size).toBe(0);
    expect(fetcher).not.toHaveBeenCalled();
  });

  it('are offered in other languages than that of the words', () => {
    expect(otherLanguages(ours, edition('child'), 'en-GB')).toEqual(['rom']);
    expect(otherLanguages(ours, edition('child'), 'en')).toEqual(['rom']);
    expect(otherLanguages(collector(), edition('child'), 'en-GB')).toEqual([]);
  });

  it('are heard without a network once they were heard with one', async () => {
    const { caches, open } = aCacheStorage();
    const fetcher = server();
    const kept = new KeptRecordings(caches, fetcher);
    await kept.get(`/api/v1/recordings/sheffield-send/${HASH}`);
    fetcher.mockRejectedValue(new TypeError('no network'));
    expect(await kept.get(`/api/v1/recordings/sheffield-send/${HASH}`)).not.toBeNull();
    expect(await kept.get(`/api/v1/recordings/sheffield-send/${OTHER}`)).toBeNull();
    expect(open).toHaveBeenCalledWith(RECORDINGS_CACHE);
  });

  it('are heard where a browser keeps nothing', async () => {
    const closed = { open: () => Promise.reject(new Error('private window')) } as unknown as CacheStorage; // what is used of it
    for (const caches of [undefined, closed])
      expect(await new KeptRecordings(caches, server()).get('/x')).not.toBeNull();
  });

  it('are kept for the language in use on an own device, and others go', async () => {
    const { caches, kept: inCache } = aCacheStorage();
    inCache.set('/api/v1/recordings/old', new Response('old'));
    const kept = new KeptRecordings(caches, server());
    await kept.keep(await addressesToKeep(ours, 'child', 'rom', kept));
    const list = (audience: string) =>
      `/api/v1/recordings/sheffield-send/list/sheffield-send/3/${audience}/rom?stamp=0123456789abcdef`;
    expect([...inCache.keys()].sort()).toEqual(
      [list('child'), `/api/v1/recordings/sheffield-send/${HASH}`, `/api/v1/recordings/sheffield-send/${OTHER}`].sort(),
    );
  });

  it('say nothing, on a shared device, about who listened to what', async () => {
    const shared = collector({ recordings: offers, mode: 'kiosk' });
    const kept = new KeptRecordings(aCacheStorage().caches, server());
    const [one, other] = [
      await addressesToKeep(shared, 'child', 'rom', kept),
      await addressesToKeep(shared, 'youth', 'en-GB', kept),
    ];
    expect(one).toEqual(other);
    expect(one.filter((address) => address.includes('/list/'))).toHaveLength(offers.length);
  });

  it('never take more room than they may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900_000 }), async (files, size) => {
        const { caches, kept: inCache } = aCacheStorage();
        const kept = new KeptRecordings(caches, server(size));
        await kept.keep(Array.from({ length: files }, (_, index) => `/api/v1/recordings/p/${index}`));
        expect(inCache.size).toBeLessThanOrEqual(KEPT_AT_MOST.files);
        expect(inCache.size * size).toBeLessThanOrEqual(KEPT_AT_MOST.bytes);
        expect(inCache.size).toBe(Math.min(files, KEPT_AT_MOST.files, Math.floor(KEPT_AT_MOST.bytes / size)));
      }),
      { numRuns: 12 },
    );
  });
});
