import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { freePort } from '../../../scripts/free-port.mjs';
import type { PushItem } from '$lib/protocol/push';

const FOLDER = resolve('.cache/peers');
const PACKAGES = {
  'pouchdb-core': '9.0.0',
  'pouchdb-adapter-http': '9.0.0',
  'pouchdb-adapter-leveldb': '9.0.0',
  'pouchdb-adapter-memory': '9.0.0',
  'pouchdb-replication': '9.0.0',
  'express-pouchdb': '4.2.0',
  express: '4.21.2',
} as const;

export const POUCHDB = `pouchdb ${PACKAGES['pouchdb-core']} to express-pouchdb ${PACKAGES['express-pouchdb']}`;

/** The server: LevelDB in a folder, as its own documentation sets it up, with no more routes than replication needs. */
const SERVER = `
const PouchDB = require('pouchdb-core')
  .plugin(require('pouchdb-adapter-leveldb')).plugin(require('pouchdb-adapter-http')).plugin(require('pouchdb-replication'));
const [folder, port] = process.argv.slice(2);
const Kept = PouchDB.defaults({ prefix: folder + '/', adapter: 'leveldb' });
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: folder + '/log.txt' };
require('express')().use('/', require('express-pouchdb')(Kept, options)).listen(Number(port), '127.0.0.1', () => console.log('ready'));
`;

interface Database {
  readonly bulkDocs: (docs: readonly object[]) => Promise<unknown>;
  readonly destroy: () => Promise<unknown>;
  readonly info: () => Promise<{ doc_count: number }>;
  readonly replicate: { to: (target: Database, options: object) => Promise<{ ok: boolean; docs_written: number }> };
}

interface PouchDb {
  new (name: string, options?: object): Database;
  plugin: (plugin: unknown) => PouchDb;
}

/** PouchDB from npm, kept outside the product's dependencies, and a server of it; null where it cannot be had. */
export async function openPouchDb(within: string): Promise<Peer | null> {
  const there = () => Object.keys(PACKAGES).every((name) => existsSync(join(FOLDER, 'node_modules', name)));
  if (!there()) {
    mkdirSync(FOLDER, { recursive: true });
    const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    const names = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
    spawnSync('npm', ['install', '--prefix', FOLDER, ...quiet, ...names], { stdio: 'ignore' });
  }
  if (!there()) return null;
  const program = join(FOLDER, 'pouchdb-server.cjs');
  writeFileSync(program, SERVER);
  const folder = join(within, 'pouchdb');
  mkdirSync(folder);
  const port = await freePort();
  const child = spawn(process.execPath, [program, folder, String(port)], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const load = createRequire(join(FOLDER, 'node_modules/'));
  const PouchDB = ['pouchdb-adapter-memory', 'pouchdb-adapter-http', 'pouchdb-replication'].reduce(
    (made, name) => made.plugin(load(name)),
    load('pouchdb-core') as PouchDb, // its constructor, as its documentation describes it
  );
  return new Peer(PouchDB, port, child.pid ?? 0, async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
}

/** Devices that keep stories in memory, as our bench does, and replicate them to the server. */
export class Peer {
  readonly pid: number;
  readonly port: number;
  readonly close: () => Promise<void>;
  readonly #PouchDB: PouchDb;
  #made = 0;

  constructor(PouchDB: PouchDb, port: number, pid: number, close: () => Promise<void>) {
    this.#PouchDB = PouchDB;
    this.port = port;
    this.pid = pid;
    this.close = close;
  }

  /** Fills one device for each connection; only what is called afterwards is timed. @param port the server's, or that of a wire to it */
  async prepare(items: readonly PushItem[], connections: number, port = this.port): Promise<Replication> {
    this.#made += 1;
    const name = `stories-${this.#made}`;
    const target = new this.#PouchDB(`http://127.0.0.1:${port}/${name}`, { adapter: 'http' });
    await target.info();
    const devices: Database[] = [];
    for (let device = 0; device < connections; device += 1) {
      const source = new this.#PouchDB(`${name}-${device}`, { adapter: 'memory' });
      const its = items.filter((_, n) => n % connections === device);
      await source.bulkDocs(its.map(({ id, ...item }) => ({ _id: id, ...item })));
      devices.push(source);
    }
    return {
      async run(batch) {
        const started = performance.now();
        const done = await Promise.all(devices.map((device) => device.replicate.to(target, { batch_size: batch })));
        const seconds = (performance.now() - started) / 1000;
        return { seconds, written: done.reduce((sum, { docs_written }) => sum + docs_written, 0) };
      },
      async end() {
        for (const device of devices) await device.destroy();
      },
    };
  }
}

interface Replication {
  readonly run: (batch: number) => Promise<{ seconds: number; written: number }>;
  readonly end: () => Promise<void>;
}
