import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { localCertificate } from '$lib/server/http/certificate';
import { setSecurityHeaders } from '$lib/server/http/security-headers';

const log = pino({ name: 'sheaf' });
const { values: flags } = parseArgs({ options: { https: { type: 'boolean', default: false } } });
const port = Number(process.env['PORT'] ?? 3000);
const host = process.env['HOST'] ?? '0.0.0.0';

// adapter-node takes every request for https unless told otherwise, and then refuses forms posted over plain http.
// Behind a proxy, ORIGIN or PROTOCOL_HEADER is set and wins.
const ownsProtocol = process.env['ORIGIN'] === undefined && process.env['PROTOCOL_HEADER'] === undefined;
if (ownsProtocol) process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';

// Imported late: the handler reads its settings from the environment when it is loaded.
const { handler } = await import('./handler.js');

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (ownsProtocol) request.headers['x-forwarded-proto'] = flags.https ? 'https' : 'http';
  setSecurityHeaders(response);
  handler(request, response);
}

const server = flags.https
  ? createHttpsServer(await localCertificate(join(process.env['SHEAF_DATA'] ?? 'data', 'certificate')), answer)
  : createHttpServer(answer);

server.listen(port, host, () => {
  log.info({ url: `${flags.https ? 'https' : 'http'}://localhost:${port}` }, 'listening');
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'draining');
    server.close();
    server.closeIdleConnections();
  });
}
