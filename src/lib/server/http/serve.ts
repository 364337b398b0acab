import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { SHEFFIELD_TRIAL } from '../../domain/programme/sheffield-trial';
import { openAdminServer } from '../admin/admin-server';
import { openFirstProgramme } from '../first-programme';
import { issueFirstStewardToken } from '../first-steward';
import type { Log } from '../log';
import { OPERATIONS } from '../operations/all';
import { openServices } from '../open-services';
import { provideServices, type Services } from '../services';
import { readSettings } from '../settings';
import { startFailure } from '../start-failure';
import { damagedPlace } from '../store/damaged';
import { localAddresses } from './addresses';
import { localCertificate } from './certificate';
import { directPush } from './direct-push';
import { drainable } from './drain';
import { listen } from './listen';
import { patience } from './patience';
import { prerenderedPolicies } from './prerendered-policies';
import { setSecurityHeaders } from './security-headers';
import { welcome } from './welcome';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Start {
  readonly https: boolean;
  /** process.env: the handler reads some of it by itself when it is loaded, so it is also written to. */
  readonly environment: Record<string, string | undefined>;
  /** The folder of the pages that were made when the server was built. */
  readonly prerendered: string;
  /** Loaded late, when the services are there. */
  readonly loadHandler: () => Promise<Handler>;
  readonly say: (text: string) => void;
}

export type Started =
  /** One sentence for whoever wanted to start the server. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'serving'; readonly origin: string; readonly log: Log; readonly stop: () => Promise<void> };

/** Opens the data, the port and the admin socket, and says where people go next. */
export async function serve(start: Start): Promise<Started> {
  const read = readSettings(start.environment);
  if (read.kind === 'not_valid') return { kind: 'refused', message: read.message };
  const opened = await openServices(read.settings);
  if (opened.kind !== 'opened') return { kind: 'refused', message: startFailure(opened) };
  try {
    const started = await serveWith(opened.services, start);
    if (started.kind === 'refused') await opened.services.store.close();
    return started;
  } catch (error) {
    await opened.services.store.close();
    const place = damagedPlace(error);
    if (place !== null) return { kind: 'refused', message: startFailure({ kind: 'row_damaged', place }) };
    throw error;
  }
}

async function serveWith(services: Services, start: Start): Promise<Started> {
  const { https, environment, loadHandler, say } = start;
  const { settings, store, log } = services;
  const { collector } = await openFirstProgramme(services);
  provideServices(services);

  // adapter-node takes every request for https unless told otherwise, and then refuses forms posted over plain http.
  // Behind a proxy, ORIGIN or PROTOCOL_HEADER is set and wins.
  const ownsProtocol = settings.origin === null && environment['PROTOCOL_HEADER'] === undefined;
  if (ownsProtocol) environment['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  // Forms with a recording (2 MB at most) go through Kit; what reads JSON has limits of its own.
  environment['BODY_SIZE_LIMIT'] ??= '2560K';
  const handler = await loadHandler();

  const addresses = localAddresses();
  const site = {
    overHttps: settings.origin?.startsWith('https:') === true,
    prerendered: prerenderedPolicies(start.prerendered),
  };
  const scheme = https ? 'https' : 'http';
  const times = patience();
  const server = https
    ? createHttpsServer({
        ...times,
        ...(await localCertificate(join(settings.data, 'certificate'), addresses, services.now())),
      })
    : createHttpServer(times);
  const draining = drainable(server);
  const takesPush = directPush(services);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (ownsProtocol) request.headers['x-forwarded-proto'] = scheme;
    setSecurityHeaders(response, pathOf(request), site);
    draining.note(response);
    if (!takesPush(request, response)) handler(request, response);
  });

  const listening = await listen(server, settings.port, settings.host);
  if (listening.kind === 'refused') return listening;
  const origin = settings.origin ?? `${scheme}://localhost:${listening.port}`;
  // Links that the command line prints lead to where this server is, whatever the settings of that terminal.
  // A PostgreSQL database is open to the command line without us.
  const admin =
    settings.database === null
      ? await openAdminServer({ ...services, settings: { ...settings, origin } }, OPERATIONS)
      : null;
  log.info({ origin }, 'listening');
  const phones = https ? addresses.map((address) => `https://${address}:${listening.port}`) : [];
  const firstStewardToken = await issueFirstStewardToken(services);
  say(
    welcome({ origin, collector: collector?.code ?? null, programme: SHEFFIELD_TRIAL.slug, firstStewardToken, phones }),
  );

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    log.info('draining');
    admin?.close();
    admin?.closeIdleConnections();
    await draining.drain();
    await store.close();
    log.info('stopped');
  };
  return { kind: 'serving', origin, log, stop: () => (stopped ??= stop()) };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}
