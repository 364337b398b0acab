import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';

/**
 * A network between browser and server that a test can take away: unlike a browser's offline switch it stops the service
 * worker's requests as well, and it can cut an answer after the server has committed.
 */
export class UnreliableNetwork {
  readonly #server: Server;
  readonly #target: URL;
  #down = false;
  #cutNext: ((path: string) => boolean) | null = null;
  #held: { path: string; until: Promise<void> } | null = null;
  #slow: { bytesPerSecond: number; on: (path: string) => boolean } | null = null;
  readonly #sent = new Map<string, number>();
  /** Paths of all requests that came this far, in order. */
  readonly asked: string[] = [];
  /** Every answer of the server, in order, whether or not it reached the browser. */
  readonly answers: { path: string; status: number; body: string }[] = [];
  /** Put after the service worker's script: another version of it, as a browser sees it. */
  workerSuffix = '';

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((from, to) => this.#pass(from, to));
  }

  static async before(serverUrl: string): Promise<UnreliableNetwork> {
    const network = new UnreliableNetwork(new URL(serverUrl));
    network.#server.listen(0, '127.0.0.1');
    await once(network.#server, 'listening');
    return network;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo; // listening on TCP
    return `http://localhost:${port}`;
  }

  goDown(): void {
    this.#down = true;
    this.#server.closeAllConnections();
  }

  comeBack(): void {
    this.#down = false;
  }

  /** The next request to this path reaches the server; its answer is cut in the middle. */
  cutAnswerTo(path: string): void {
    this.#cutNext = (asked) => asked === path;
  }

  /** What goes to these paths passes no faster than this. */
  throttle(bytesPerSecond: number, on: (path: string) => boolean): void {
    this.#slow = { bytesPerSecond, on };
  }

  /** Bytes of bodies that the browser has sent to these paths, whether or not they reached the server. */
  sentTo(on: (path: string) => boolean): number {
    return [...this.#sent].reduce((sum, [path, bytes]) => sum + (on(path) ? bytes : 0), 0);
  }

  /** Answers to this path wait until the returned function is called. */
  holdAnswersTo(path: string): () => void {
    let letGo: () => void = () => undefined;
    this.#held = { path, until: new Promise((resolve) => (letGo = resolve)) };
    return () => {
      this.#held = null;
      letGo();
    };
  }

  /** What the server has said about pushed stories so far, in order. */
  get outcomes(): string[] {
    return this.answers
      .filter(({ path, status }) => path === '/api/v1/push' && status === 200)
      .flatMap(({ body }) => (JSON.parse(body) as { outcomes: { outcome: string }[] }).outcomes) // our own server's
      .map(({ outcome }) => outcome);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Packed answers could be neither read nor lengthened here, and "not modified" would hide another version. */
  #headersOf({ headers }: IncomingMessage): OutgoingHttpHeaders {
    const onward: OutgoingHttpHeaders = { ...headers, host: this.#target.host, 'accept-encoding': 'identity' };
    delete onward['if-none-match'];
    delete onward['if-modified-since'];
    return onward;
  }

  #pass(from: IncomingMessage, to: ServerResponse): void {
    const path = from.url ?? '/';
    if (this.#down) {
      from.socket.destroy();
      return;
    }
    this.asked.push(path);
    const held = this.#held?.path === path ? this.#held.until : Promise.resolve();
    const cut = this.#cutNext?.(path) === true;
    if (cut) this.#cutNext = null;
    const { hostname, port } = this.#target;
    const onward = request(
      {
        hostname,
        port,
        path,
        method: from.method,
        headers: this.#headersOf(from),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          if (path === '/service-worker.js') chunks.push(Buffer.from(this.workerSuffix));
          const body = Buffer.concat(chunks);
          const status = answer.statusCode ?? 502;
          this.answers.push({ path, status, body: path.startsWith('/api/') ? body.toString() : '' });
          const bodiless = status === 204 || status === 304 || from.method === 'HEAD';
          void held.then(() => {
            const head = { ...answer.headers };
            // What came in pieces goes on whole: only one of the two may say how long it is.
            if (!bodiless) delete head['transfer-encoding'];
            to.writeHead(status, { ...head, ...(bodiless ? {} : { 'content-length': body.length }) });
            if (!cut) to.end(body);
            // The head promises the whole body; half of it comes, then nothing.
            else to.write(body.subarray(0, Math.floor(body.length / 2)), () => from.socket.destroy());
          });
        });
      },
    );
    onward.on('error', () => from.socket.destroy());
    from.on('close', () => {
      if (!from.complete) onward.destroy();
    });
    from.on('data', (chunk: Buffer) => {
      this.#sent.set(path, (this.#sent.get(path) ?? 0) + chunk.length);
    });
    const slow = this.#slow?.on(path) === true ? this.#slow : null;
    if (slow === null) {
      from.pipe(onward);
      return;
    }
    from
      .pipe(
        new Transform({
          transform: (chunk: Buffer, _, on) =>
            void setTimeout(() => on(null, chunk), (1000 * chunk.length) / slow.bytesPerSecond),
        }),
      )
      .pipe(onward);
  }
}
