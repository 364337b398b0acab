import type { Server, ServerResponse } from 'node:http';

export interface Drain {
  /** Called for every response before it is answered. */
  note(response: ServerResponse): void;
  /** Lets requests under way end, takes no new ones. Resolves when the last connection is closed. */
  drain(): Promise<void>;
}

/** Requests that have not ended by then are cut off: what they pushed was either committed or never answered. */
const LONGEST_MS = 20_000;

export function drainable(server: Server): Drain {
  let draining = false;
  return {
    note(response) {
      if (draining) response.setHeader('connection', 'close');
    },
    drain() {
      draining = true;
      return new Promise((resolve) => {
        // Connections that were busy when `close` was called fall idle one by one.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        const cut = setTimeout(() => server.closeAllConnections(), LONGEST_MS);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      });
    },
  };
}
