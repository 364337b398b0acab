import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { callOperation } from '$lib/server/admin/call-operation';
import { readSettings } from '$lib/server/settings';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';

// Inside the checkout, so that the server finds its packages; the handler of the pages is a small stand-in.
const BUILT = resolve('.cache/start-up-test');
const STAND_IN = `export function handler(request, response) {
  const answer = () => response.end(JSON.stringify({ proto: request.headers['x-forwarded-proto'] }));
  setTimeout(answer, request.url === '/slow' ? 400 : 0);
}`;

const POLICY = "default-src 'none'; script-src 'self' 'sha256-4mF+/a='";
const PAGE = `<head><meta http-equiv="content-security-policy" content="${POLICY}"></head>`;

// Each test starts whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const folders: string[] = [];
const running: ChildProcess[] = [];

beforeAll(async () => {
  await build({
    configFile: 'scripts/vite.node.config.ts',
    logLevel: 'error',
    build: { outDir: BUILT, emptyOutDir: true },
  });
  mkdirSync(join(BUILT, 'prerendered'), { recursive: true });
  writeFileSync(join(BUILT, 'prerendered/offline-shell.html'), PAGE);
  writeFileSync(join(BUILT, 'handler.js'), STAND_IN);
}, 60_000);
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(() => {
  for (const folder of [...folders, BUILT]) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-start-'));
  folders.push(folder);
  return folder;
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Server {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly complained: () => string;
  readonly exited: Promise<number | null>;
}

interface Options {
  readonly environment?: Record<string, string>;
  readonly flags?: readonly string[];
  readonly node?: readonly string[];
}

function start(data: string, { environment = {}, flags = [], node = [] }: Options = {}): Server {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [...node, join(BUILT, 'server.js'), ...flags], {
    env: { PATH, SHEAF_DATA: data, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => void (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => void (err += text.toString()));
  const exited = once(child, 'close').then(() => child.exitCode);
  return { child, said: () => out, complained: () => err, exited };
}

/** Resolves when the server has said where it is. */
async function serving(server: Server): Promise<string> {
  for (let tries = 0; tries < 1600; tries += 1) {
    const found = /Sheaf is running at (\S+)[^]*\n$/.exec(server.said());
    if (found?.[1] !== undefined) return found[1];
    if (server.child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`the server did not start: ${server.complained()}`);
}

describe('the server', () => {
  it('says on an empty folder where to tell, where to explore, and how the first steward is made', async () => {
    const data = newFolder();
    const first = start(data);
    const origin = await serving(first);
    const code = /\/t\/([A-Z2-9]{6})\n/.exec(first.said())?.[1];
    expect(code).toBeDefined();
    expect(first.said()).toContain(`${origin}/explore/sheffield-send\n`);
    const link = /\/first-steward#([\w-]{43})\n/;
    const token = link.exec(first.said())?.[1];
    expect(token).toBeDefined();
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);

    const second = start(data);
    await serving(second);
    expect(second.said()).toContain(`/t/${code}\n`);
    expect(link.exec(second.said())?.[1]).not.toBe(token);
  });

  it('puts its headers on every response, whoever made it', async () => {
    const origin = await serving(start(newFolder()));
    for (const path of ['/', '/service-worker.js', '/api/v1/push', '/symbols.svg']) {
      const { headers } = await fetch(`${origin}${path}`);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('cache-control')).toBe(path.startsWith('/api/') ? 'no-store' : 'no-cache');
    }
    for (const path of ['/manifest.webmanifest', '/icons/icon-512.png', '/words/receipt-en.txt', '/healthz', '/care']) {
      const { headers } = await fetch(`${origin}${path}`, { redirect: 'manual' });
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
    }
    const shell = (await fetch(`${origin}/offline-shell`)).headers.get('content-security-policy');
    expect(shell).toBe(`${POLICY}; frame-ancestors 'none'`);
    const worker = await fetch(`${origin}/service-worker.js`);
    expect(worker.headers.get('content-security-policy')).toContain("connect-src 'self'");
  });

  it('demands https where people reach it by https', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const port = String(portOf(probe));
    probe.close();
    await once(probe, 'close');
    const server = start(newFolder(), { environment: { ORIGIN: 'https://stories.example.org', PORT: port } });
    expect(await serving(server)).toBe('https://stories.example.org');
    const { headers } = await fetch(`http://127.0.0.1:${port}/`);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  it('lets a request under way end before it stops', async () => {
    const server = start(newFolder());
    const origin = await serving(server);
    const slow = fetch(`${origin}/slow`);
    await new Promise((done) => setTimeout(done, 150));
    server.child.kill('SIGTERM');
    expect((await slow).status).toBe(200);
    expect(await server.exited).toBe(0);
    await expect(fetch(origin)).rejects.toThrow();
  });

  it('starts again on the folder of one that was killed', async () => {
    const data = newFolder();
    const killed = start(data);
    await serving(killed);
    killed.child.kill('SIGKILL');
    await killed.exited;
    expect(await serving(start(data))).toContain('localhost');
  });

  it('serves phones by https with a certificate of its own', async () => {
    const server = start(newFolder(), { flags: ['--https'] });
    const origin = await serving(server);
    expect(origin).toMatch(/^https:\/\/localhost:\d+$/);
    const body = await new Promise<string>((done, fail) => {
      const { port } = new URL(origin);
      httpsRequest({ host: '127.0.0.1', port, path: '/', rejectUnauthorized: false }, (response) => {
        response.setEncoding('utf8').on('data', done);
      })
        .on('error', fail)
        .end();
    });
    expect(JSON.parse(body)).toEqual({ proto: 'https' });
  });

  it('is where the links lead that the command line asks of it, whatever its port and scheme', async () => {
    const data = newFolder();
    const origin = await serving(start(data, { flags: ['--https'] }));
    const terminal = readSettings({ SHEAF_DATA: data });
    if (terminal.kind === 'not_valid') throw new Error(terminal.message);
    const called = await callOperation(terminal.settings, 'user', { action: 'first-steward' });
    expect(called).toMatchObject({
      kind: 'done',
      result: { link: expect.stringMatching(new RegExp(`^${origin}/first-steward#`)) as string }, // stands for the text
    });
  });
});

describe('the server does not start, says why in one sentence and ends with a code that is not 0, when', () => {
  async function expectRefusal(server: Server, sentence: RegExp): Promise<void> {
    expect(await server.exited).not.toBe(0);
    expect(server.complained()).toMatch(sentence);
    expect(server.complained().trim().split('\n')).toHaveLength(1);
    expect(server.said()).toBe('');
  }

  it('Node is too old', async () => {
    const older =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.8"}})';
    await expectRefusal(
      start(newFolder(), { node: ['--import', older] }),
      /needs Node.js 20.19 or newer; this is 18.20.8/,
    );
  });

  it('its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    await expectRefusal(start(newFolder(), { environment: { PORT: String(portOf(other)) } }), /Port \d+ is taken/);
    other.close();
  });

  it('its data folder cannot be written', async () => {
    await expectRefusal(start('/dev/null/sheaf'), /data folder \/dev\/null\/sheaf cannot be written/);
  });

  it.runIf(existsSync('/proc/self'))('the system lets nobody make its data folder', async () => {
    await expectRefusal(start('/proc/sheaf/data'), /data folder \/proc\/sheaf\/data cannot be written \(ENOENT\)/);
  });

  it('its database was written by a newer version', async () => {
    const data = newFolder();
    const first = start(data);
    await serving(first);
    first.child.kill('SIGTERM');
    await first.exited;
    const file = openSqliteFile(join(data, 'sheaf.db'), 0);
    file.exec("INSERT INTO schema_version VALUES (1000, 'later', '2030-01-01T00:00:00.000Z')");
    file.close();
    await expectRefusal(start(data), /written by a newer Sheaf/);
  });

  it('another server uses its data folder', async () => {
    const data = newFolder();
    await serving(start(data));
    await expectRefusal(start(data), /Another Sheaf server is using the data folder/);
  });

  it('a setting makes no sense', async () => {
    await expectRefusal(start(newFolder(), { environment: { PORT: 'http' } }), /PORT must be a number/);
  });

  it('it has no such address', async () => {
    await expectRefusal(start(newFolder(), { environment: { HOST: 'nowhere.invalid' } }), /no address nowhere.invalid/);
  });
});
