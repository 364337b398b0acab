import type { Fetcher } from '$lib/protocol/client/call-api';

/** The device's own client, with the address that a page would have. @param origin asked at each request: servers move */
export function lineTo(origin: () => string, patienceMs = 20_000): Fetcher {
  return (path, init) => {
    const signal = AbortSignal.any([...(init.signal ? [init.signal] : []), AbortSignal.timeout(patienceMs)]);
    return fetch(new URL(path, origin()), { ...init, signal });
  };
}
