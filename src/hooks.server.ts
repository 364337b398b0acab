import { building } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import type { ProblemKind } from '$lib/protocol/problem';
import { openFirstProgramme } from '$lib/server/first-programme';
import { issueFirstStewardToken } from '$lib/server/first-steward';
import { compressed } from '$lib/server/http/compress';
import { isCrossSite } from '$lib/server/http/cross-site';
import { welcome } from '$lib/server/http/welcome';
import { describeError } from '$lib/server/log';
import { keepMediaTidy } from '$lib/server/media/tidy';
import { problem, problemMessage } from '$lib/server/problem';
import { keepStoriesTidy } from '$lib/server/retention/tidy-stories';
import { openServices } from '$lib/server/open-services';
import { provideServices, services, servicesProvided, type Services } from '$lib/server/services';
import { scratchFolder } from '$lib/server/scratch-folder';
import { readSettings } from '$lib/server/settings';
import { startFailure } from '$lib/server/start-failure';

/** The outer server has provided the services before it loads the handler; `vite dev` has no outer server. */
export const init: ServerInit = async () => {
  if (servicesProvided()) return keepTidy(services());
  // A build that makes pages touches nobody's data, which may be in use or sealed with a key.
  const read = readSettings(building ? { SHEAF_DATA: scratchFolder() } : process.env);
  if (read.kind === 'not_valid') throw new Error(read.message);
  const opened = await openServices(read.settings);
  if (opened.kind !== 'opened') throw new Error(startFailure(opened));
  const { collector } = await openFirstProgramme(opened.services);
  provideServices(opened.services);
  // A build that makes pages ends before there is anything to tidy, and its links lead nowhere.
  if (building) return;
  keepTidy(opened.services);
  const firstStewardToken = await issueFirstStewardToken(opened.services);
  const programme = collector?.programme ?? '';
  const origin = read.settings.origin ?? 'http://localhost:5173';
  process.stdout.write(
    welcome({ origin, collector: collector?.code ?? null, programme, firstStewardToken, phones: [] }),
  );
};

function keepTidy(of: Services): void {
  keepMediaTidy(of);
  keepStoriesTidy(of);
}

export const handle: Handle = async ({ event, resolve }) => {
  const started = performance.now();
  const response = refusal(event) ?? (await resolve(event));
  // The route's pattern, not the address: addresses hold codes and ids.
  services().log.info(
    {
      method: event.request.method,
      route: event.route.id,
      status: response.status,
      ms: Math.round(performance.now() - started),
    },
    'request',
  );
  return compressed(event.request, response);
};

/** What no route needs to see. */
function refusal({ request, url, route }: RequestEvent): Response | null {
  if (isCrossSite(request, url.origin)) return problem('not_allowed', 'Another site asked for this. It was not done.');
  // A program asked: it gets an answer in the API's own shape, not a page.
  if (route.id === null && url.pathname.startsWith('/api/')) return problem('not_found');
  return null;
}

/** The last resort: a kind and a sentence, in the shape of a Problem; the log learns where it happened. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  // Somebody else's mistake: no address, a body that cannot be read. Nothing broke here.
  if (status < 500) return problemOf(status === 404 ? 'not_found' : status === 413 ? 'too_large' : 'bad_request');
  services().log.error({ route: event.route.id, status, ...describeError(error) }, 'fault');
  return problemOf('server_fault');
};

function problemOf(kind: ProblemKind): App.Error {
  return { kind, message: problemMessage(kind) };
}
