import { createServer, type IncomingMessage, type Server } from 'node:http';
import { chmodSync, rmSync } from 'node:fs';
import { describeError } from '../log';
import type { Services } from '../services';
import { adminSocketOf } from '../settings';
import { performOperation, type Operations, type Performed } from './operation';

const MAX_BYTES = 512 * 1024 * 1024;
const PATH = /^\/operations\/([a-z][a-z-]*)$/;

/**
 * HTTP over a Unix socket in the data folder, for the command line of the same machine and user only. The folder's
 * lock is held by us, so a socket that lies there is left over from a process that ended.
 */
export async function openAdminServer(services: Services, operations: Operations): Promise<Server> {
  const path = adminSocketOf(services.settings);
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    void answer(services, operations, request).then((performed) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(performed));
    });
  });
  // An import may take minutes.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    const before = process.umask(0o177);
    server.once('error', reject).listen(path, resolve);
    process.umask(before);
  });
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return server;
}

async function answer(services: Services, operations: Operations, request: IncomingMessage): Promise<Performed> {
  const name = PATH.exec(request.url ?? '')?.[1];
  if (request.method !== 'POST' || name === undefined) {
    return { kind: 'unknown_operation', message: 'POST /operations/<name> is all there is.' };
  }
  const started = services.now().getTime();
  try {
    const input = JSON.parse(await textOf(request)) as unknown;
    const performed = await performOperation(operations, services, name, input);
    services.log.info(
      { operation: name, outcome: performed.kind, ms: services.now().getTime() - started },
      'operation',
    );
    return performed;
  } catch (error) {
    services.log.error({ operation: name, ...describeError(error) }, 'operation');
    return { kind: 'not_valid', message: 'The input could not be read.' };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new RangeError('the input of an operation is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
