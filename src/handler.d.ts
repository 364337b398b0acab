import type { IncomingMessage, ServerResponse } from 'node:http';

/** build/handler.js: the request handler that adapter-node writes beside build/server.js. */
export const handler: (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;
