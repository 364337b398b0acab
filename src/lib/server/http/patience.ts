import type { ServerOptions } from 'node:http';

/**
 * How long a connection is waited for. A slow sender holds it no longer than a full batch needs over the slowest network
 * (256 kB at 56 kbit/s); headers are small and get less. Node looks at open requests only every so often: the last figure.
 * @param scale of all of them, for tests
 */
export function patience(scale = 1): ServerOptions {
  return {
    headersTimeout: 20_000 * scale,
    requestTimeout: 120_000 * scale,
    keepAliveTimeout: 30_000 * scale,
    connectionsCheckingInterval: 5_000 * scale,
  };
}
