import { join } from 'node:path';
import { freePort } from '../../../scripts/free-port.mjs';
import { openStore } from '$lib/server/store/open';
import type { Store } from '$lib/server/store/port';
import { launch, type Launched, type ServerProcess } from './server-process';

export interface StartOptions {
  /** Loaded into the server first, to end it at a chosen moment. */
  readonly preload?: string;
  readonly environment?: Record<string, string>;
  /** Another port than its own: for a second process. */
  readonly port?: number;
  /** Where another version of the program was built. */
  readonly folder?: string;
}

/** A data folder with its database and port, and the server process over it. */
export class Installation {
  readonly data: string;
  readonly port: number;
  readonly url: string;
  /** Null: the embedded database. */
  database: string | null;
  #server: ServerProcess | null = null;

  private constructor(folder: string, database: string | null, port: number) {
    this.data = join(folder, 'data');
    this.database = database;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async make(folder: string, database: string | null): Promise<Installation> {
    return new Installation(folder, database, await freePort());
  }

  /** A process that may not come up. */
  async tryStart({ preload, environment = {}, port = this.port, folder }: StartOptions = {}): Promise<Launched> {
    const options = preload === undefined ? {} : { NODE_OPTIONS: `--import=${join(process.cwd(), preload)}` };
    const database = this.database === null ? {} : { DATABASE_URL: this.database };
    const all = { SHEAF_DATA: this.data, ...database, ...options, ...environment };
    const launched = await launch(all, port, folder);
    if (launched.kind === 'serving') this.#server = launched.server;
    return launched;
  }

  /** @throws when it does not come up */
  async start(options: StartOptions = {}): Promise<ServerProcess> {
    const launched = await this.tryStart(options);
    if (launched.kind === 'ended') throw new Error(`the server did not come up: ${launched.said}`);
    return launched.server;
  }

  /** The database without a server: after it has ended. */
  async withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const opened = await openStore(this, new Date(), null);
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
    try {
      return await work(opened.store);
    } finally {
      await opened.store.close();
    }
  }

  /** Whatever still runs ends now. */
  async down(): Promise<void> {
    this.#server?.kill('SIGKILL');
    await this.#server?.ended;
  }
}
