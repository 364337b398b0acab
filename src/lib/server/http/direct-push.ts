import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { API } from '../../protocol/routes';
import { answerPush } from '../accept/answer-push';
import type { Sent } from '../accept/read-body';
import { describeError } from '../log';
import { problem } from '../problem';
import type { Services } from '../services';
import { acceptsGzip, SMALLEST } from './compress';

/**
 * Pushes are answered here, before Kit: they are what comes in masses, and the way through Kit, which turns every
 * message into web streams and back, costs as much processor as storing some twenty stories (decision 210). What a push is and
 * says is the same both ways (`answerPush`).
 * @returns whether the request is taken; all else goes on to Kit
 */
export function directPush(services: Services): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (!isOurs(request)) return false;
    answered(services, request, response).catch((error: unknown) => {
      services.log.error({ route: API.push, ...describeError(error) }, 'fault');
      response.destroy();
    });
    return true;
  };
}

/**
 * A push that no other site can have sent: browsers say so, or it is no browser. Where only `Origin` could tell, Kit knows what
 * our own is; forms of other sites send no JSON.
 */
function isOurs({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || url !== API.push) return false;
  if (headers['content-type']?.startsWith('application/json') !== true) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === undefined : site === 'same-origin' || site === 'none';
}

async function answered(services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now();
  const answer = await answerOrFault(services, request);
  send(answer, await bytesOf(answer), String(request.headers['accept-encoding'] ?? ''), response);
  const ms = Math.round(performance.now() - started);
  services.log.info({ method: 'POST', route: API.push, status: answer.status, ms }, 'request');
}

async function answerOrFault(services: Services, request: IncomingMessage): Promise<Response> {
  try {
    return await answerPush(services, sentBy(request));
  } catch (error) {
    services.log.error({ route: API.push, status: 500, ...describeError(error) }, 'fault');
    return problem('server_fault');
  }
}

function sentBy(request: IncomingMessage): Sent {
  return {
    headers: {
      get(name) {
        const value = request.headers[name];
        return typeof value === 'string' ? value : null;
      },
    },
    body: {
      getReader() {
        // Left unread, not destroyed, where the rest is not wanted: the answer goes out on the same connection.
        const chunks = request.iterator({ destroyOnReturn: false });
        return { read: () => chunks.next() as Promise<{ done?: boolean; value?: Uint8Array }> }; // no encoding is set: bytes
      },
    },
  };
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

function send(answer: Response, body: Buffer, offered: string, response: ServerResponse): void {
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  const worthPacking = body.byteLength >= SMALLEST;
  if (worthPacking) response.setHeader('vary', 'accept-encoding');
  const packed = worthPacking && acceptsGzip(offered);
  if (packed) response.setHeader('content-encoding', 'gzip');
  const bytes = packed ? gzipSync(body) : body;
  response.setHeader('content-length', bytes.byteLength);
  response.writeHead(answer.status).end(bytes);
}
