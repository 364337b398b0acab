import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { farAway, type Line } from './far';

export interface Relay {
  readonly port: number;
  /** Bytes in both directions since it was opened or asked last: what TCP carried, without its own headers. */
  readonly taken: () => number;
  readonly close: () => Promise<void>;
}

/** Hands connections on to these ports in turn and counts what passes: a wire to measure at, a balancer, and a long `line`. */
export async function openRelay(ports: readonly number[], line?: Line): Promise<Relay> {
  let bytes = 0;
  let next = 0;
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: ports[next % ports.length] ?? 0, host: '127.0.0.1', noDelay: true });
    next += 1;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('data', (chunk: Buffer) => (bytes += chunk.length));
      from.on('error', () => to.destroy());
      from.on('close', () => open.delete(from));
      if (line === undefined) from.pipe(to);
      else from.pipe(farAway(line)).pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    taken() {
      const counted = bytes;
      bytes = 0;
      return counted;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
