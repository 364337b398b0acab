import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJsonBody } from '$lib/server/accept/read-body';

const LIMIT = 10_000;

function posted(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api/v1/push', { method: 'POST', body, headers });
}

const packed = (text: string) => new Uint8Array(gzipSync(text));

describe('the body of a request', () => {
  it.each([['{"a":[1,"two",null]}'], ['"\\u0041"'], ['{"a":"[[[[{{{{"}']])('is read as JSON: %s', async (text) => {
    expect(await readJsonBody(posted(text), LIMIT)).toEqual({ kind: 'json', value: JSON.parse(text) as unknown });
  });

  it('is inflated when it was packed', async () => {
    const request = posted(packed('{"a":1}'), { 'content-encoding': 'gzip' });
    expect(await readJsonBody(request, LIMIT)).toEqual({ kind: 'json', value: { a: 1 } });
  });

  it.each([
    ['plain', posted('"' + 'a'.repeat(LIMIT) + '"')],
    [
      'packed: a kilobyte that becomes a megabyte',
      posted(packed('a'.repeat(1_000_000)), { 'content-encoding': 'gzip' }),
    ],
    ['declared, whatever it holds', posted('{}', { 'content-length': '10000000000' })],
  ])('is refused when it is too large: %s', async (_, request) => {
    expect(await readJsonBody(request, LIMIT)).toEqual({ kind: 'too_large' });
  });

  it('is refused while it streams without end', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1000;
        controller.enqueue(new Uint8Array(1000).fill(32));
      },
    });
    const request = new Request('http://localhost/', { method: 'POST', body: endless, duplex: 'half' } as RequestInit); // duplex is missing in the DOM's types
    expect(await readJsonBody(request, LIMIT)).toEqual({ kind: 'too_large' });
    expect(sent).toBeLessThan(3 * LIMIT);
  });

  it('is not JSON when the connection breaks in the middle of it', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const request = new Request('http://localhost/', { method: 'POST', body: broken, duplex: 'half' } as RequestInit); // duplex is missing in the DOM's types
    expect(await readJsonBody(request, LIMIT)).toEqual({ kind: 'not_json' });
  });

  it.each([
    ['nothing', posted('')],
    ['half a message', posted('{"a":')],
    ['a page', posted('<!doctype html>')],
    ['bytes that are no UTF-8', posted(new Uint8Array([0x22, 0xff, 0x22]))],
    ['nested a hundred deep', posted('['.repeat(100) + ']'.repeat(100))],
    ['nested beyond any stack', posted('{"a":'.repeat(1900))],
    ['said to be packed and is not', posted('{}', { 'content-encoding': 'gzip' })],
    ['cut off while packed', posted(packed('{"a":1}').slice(0, 12), { 'content-encoding': 'gzip' })],
    ['packed in a way not spoken here', posted('{}', { 'content-encoding': 'br' })],
  ])('is not JSON when it is %s', async (_, request) => {
    expect(await readJsonBody(request, LIMIT)).toEqual({ kind: 'not_json' });
  });
});
