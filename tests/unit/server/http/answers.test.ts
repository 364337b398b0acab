import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed, hasEtag } from '$lib/server/http/compress';
import { isCrossSite } from '$lib/server/http/cross-site';
import { nodeTooOld } from '$lib/server/http/node-version';
import { problem } from '$lib/server/problem';
import { PROBLEM_KINDS, PROBLEM_STATUS, ProblemSchema } from '$lib/protocol/problem';

const LONG = JSON.stringify('word '.repeat(1000));
const asking = (headers: Record<string, string>, method = 'GET') =>
  new Request('http://sheaf.test/', { method, headers });
const json = (headers: Record<string, string> = {}) =>
  new Response(LONG, { headers: { 'content-type': 'application/json', ...headers } });

describe('an answer made on request', () => {
  it('is packed for a browser that takes gzip', async () => {
    const response = compressed(asking({ 'accept-encoding': 'br, gzip' }), json({ etag: '"abc"' }));
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toBe('accept-encoding');
    expect(response.headers.get('etag')).toBe('W/"abc"');
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(LONG);
  });

  it.each<[string, Record<string, string>, Response]>([
    ['the browser does not take gzip', { 'accept-encoding': 'br, gzip;q=0' }, json()],
    ['it is packed already', { 'accept-encoding': 'gzip' }, json({ 'content-encoding': 'br' })],
    [
      'it is a picture',
      { 'accept-encoding': 'gzip' },
      new Response(LONG, { headers: { 'content-type': 'image/png' } }),
    ],
    ['it is short', { 'accept-encoding': 'gzip' }, json({ 'content-length': '20' })],
    ['it has no body', { 'accept-encoding': 'gzip' }, new Response(null, { status: 304 })],
  ])('is left as it is when %s', (_, headers, response) => {
    const before = response.headers.get('content-encoding');
    expect(compressed(asking(headers), response).headers.get('content-encoding')).toBe(before);
  });

  it.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", W/"abc"', true],
    ['"x"', false],
    ['', false],
  ])('is known to a browser that holds %s: %s', (held, known) => {
    expect(hasEtag(asking({ 'if-none-match': held }), '"abc"')).toBe(known);
  });
});

describe('a request that changes something', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://sheaf.test' }, false],
    ['a program', {}, false],
    ['an older browser on our page', { origin: 'http://sheaf.test' }, false],
    ['another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, true],
    ['another site in an older browser', { origin: 'https://elsewhere.example' }, true],
    ['a frame without an origin', { origin: 'null' }, true],
  ])('from %s: cross-site %s', (_, headers, crossSite) => {
    expect(isCrossSite(asking(headers, 'POST'), 'http://sheaf.test')).toBe(crossSite);
    expect(isCrossSite(asking(headers), 'http://sheaf.test')).toBe(false);
  });
});

describe('a problem', () => {
  it.each(PROBLEM_KINDS)('%s says what happened in its own status, and is never kept', async (kind) => {
    const response = problem(kind, undefined, 2.2);
    expect(response.status).toBe(PROBLEM_STATUS[kind]);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(ProblemSchema.parse(await response.json()).message).toMatch(/\.$/);
  });
});

describe('Node', () => {
  it.each([
    ['18.20.8', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.0.0', true],
  ])('%s will do: %s', (version, fits) => {
    const sentence = nodeTooOld(version);
    expect(sentence === null).toBe(fits);
    if (!fits) expect(sentence).toContain('20.19');
  });
});
