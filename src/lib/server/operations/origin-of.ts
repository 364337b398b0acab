import type { Services } from '../services';

/** Where people find this installation, for links that are printed without a request at hand. */
export function originOf({ settings }: Pick<Services, 'settings'>): string {
  return settings.origin ?? `http://localhost:${settings.port}`;
}
