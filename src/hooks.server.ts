import type { ServerInit } from '@sveltejs/kit';
import { openServices, provideServices, servicesProvided } from '$lib/server/services';
import { readSettings } from '$lib/server/settings';
import { startFailure } from '$lib/server/start-failure';
import { openFirstProgramme } from '$lib/server/first-programme';

/** The outer server has provided the services before it loads the handler; `vite dev` has no outer server. */
export const init: ServerInit = async () => {
  if (servicesProvided()) return;
  const read = readSettings(process.env);
  if (read.kind === 'not_valid') throw new Error(read.message);
  const opened = openServices(read.settings);
  if (opened.kind !== 'opened') throw new Error(startFailure(opened));
  await openFirstProgramme(opened.services);
  provideServices(opened.services);
};
