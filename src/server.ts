import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFirstProgramme } from '$lib/server/first-programme';
import { localCertificate } from '$lib/server/http/certificate';
import { setSecurityHeaders } from '$lib/server/http/security-headers';
import { openServices, provideServices } from '$lib/server/services';
import { readSettings } from '$lib/server/settings';
import { startFailure } from '$lib/server/start-failure';

const { values: flags } = parseArgs({ options: { https: { type: 'boolean', default: false } } });

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const read = readSettings(process.env);
if (read.kind === 'not_valid') refuse(read.message);
const { settings } = read;
const opened = openServices(settings);
if (opened.kind !== 'opened') refuse(startFailure(opened));
const { services } = opened;
const { log } = services;
const { collector } = await openFirstProgramme(services);
provideServices(services);

// adapter-node takes every request for https unless told otherwise, and then refuses forms posted over plain http.
// Behind a proxy, ORIGIN or PROTOCOL_HEADER is set and wins.
const ownsProtocol = settings.origin === null && process.env['PROTOCOL_HEADER'] === undefined;
if (ownsProtocol) process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';

// Imported late: the handler reads its settings from the environment when it is loaded.
const { handler } = await import('./handler.js');

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (ownsProtocol) request.headers['x-forwarded-proto'] = flags.https ? 'https' : 'http';
  setSecurityHeaders(response);
  handler(request, response);
}

const server = flags.https
  ? createHttpsServer(await localCertificate(join(settings.data, 'certificate')), answer)
  : createHttpServer(answer);

server.listen(settings.port, settings.host, () => {
  const origin = settings.origin ?? `${flags.https ? 'https' : 'http'}://localhost:${settings.port}`;
  log.info({ url: origin }, 'listening');
  if (collector !== null) process.stdout.write(`Tell a story: ${origin}/t/${collector.code}\n`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'draining');
    server.close(() => void services.store.close());
    server.closeIdleConnections();
  });
}
