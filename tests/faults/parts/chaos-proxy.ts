import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What happens to one question and its answer on the line. */
export type Weather =
  | { readonly kind: 'calm' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The question arrives, and nothing of the answer comes back. */
  | { readonly kind: 'answer_lost' }
  /** So many bytes of the answer come back, then the connection ends. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  /** So many bytes of the question go out, then the connection ends. */
  | { readonly kind: 'question_cut'; readonly bytes: number }
  /** Somebody else answers. */
  | { readonly kind: 'portal'; readonly answer: string };

export interface ChaosProxy {
  readonly port: number;
  /** Where connections made from now on lead. */
  leadTo(port: number): void;
  /** Ends every connection at once, and takes no new one for so long. */
  cut(forMs?: number): void;
  /** Called when the answer to a question begins, which is after its commit. */
  onAnswer(listener: () => void): void;
  close(): Promise<void>;
}

/**
 * A line that misbehaves, over any protocol in which questions and answers take turns. @param weather drawn anew for each
 * question
 */
export async function chaosProxy(upstream: number, weather: () => Weather): Promise<ChaosProxy> {
  let target = upstream;
  let deadUntil = 0;
  let answered: () => void = () => undefined;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    if (Date.now() < deadUntil) return void near.destroy();
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    let now: Weather = { kind: 'calm' };
    let asking = false;
    let [sent, received] = [0, 0];
    near.on('data', (bytes: Buffer) => {
      if (!asking) [now, asking, sent, received] = [weather(), true, 0, 0];
      if (now.kind === 'portal') return void near.end(now.answer);
      const room = now.kind === 'question_cut' ? Math.max(0, now.bytes - sent) : bytes.length;
      sent += bytes.length;
      if (room > 0) far.write(bytes.subarray(0, room));
      if (room < bytes.length) setTimeout(() => near.destroy(), 20);
    });
    far.on('data', (bytes: Buffer) => {
      if (asking) answered();
      asking = false;
      received += bytes.length;
      if (now.kind === 'answer_lost') return void near.destroy();
      if (now.kind === 'truncate' && received > now.bytes) {
        near.write(bytes.subarray(0, Math.max(0, bytes.length - (received - now.bytes))), () => near.destroy());
      } else if (now.kind === 'delay') setTimeout(() => near.writable && near.write(bytes), now.ms);
      else near.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => open.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port, // it listens on TCP
    leadTo: (port) => (target = port),
    cut(forMs = 0) {
      deadUntil = Date.now() + forMs;
      cut();
    },
    onAnswer: (listener) => (answered = listener),
    async close() {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}

const PAGE = '<!doctype html><title>Welcome to the free Wi-Fi</title><form action="/login">';
const http = (head: string, body: string) =>
  `HTTP/1.1 ${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;

/** What captive portals and broken proxies say in the place of a server. */
export const PORTALS: readonly string[] = [
  http('200 OK\r\ncontent-type: text/html', PAGE),
  http('302 Found\r\nlocation: http://127.0.0.1:1/login', ''),
  http('200 OK\r\ncontent-type: application/json', '{"status":"ok"}'),
  http('200 OK\r\ncontent-type: application/json', '{"protocol":1,"epoch":"x","outcomes":[]}'),
  http('204 No Content', ''),
  http('511 Network Authentication Required\r\ncontent-type: text/html', PAGE),
  http('502 Bad Gateway\r\ncontent-type: text/html', PAGE),
];
