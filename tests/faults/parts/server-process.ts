import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const START_MS = 30_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One process of the built server. */
export interface ServerProcess {
  readonly url: string;
  /** The code of the first collector. */
  readonly code: string;
  readonly pid: number;
  /** Everything it wrote so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<Ended>;
  stop(): Promise<Ended>;
}

export type Launched =
  | { readonly kind: 'serving'; readonly server: ServerProcess }
  | ({ readonly kind: 'ended'; readonly said: string } & Ended);

/** Starts the server and waits until it has printed its links, or has ended. @param folder where `build` lies */
export async function launch(
  environment: Record<string, string>,
  port: number,
  folder = process.cwd(),
): Promise<Launched> {
  const child = spawn(process.execPath, ['build/server.js'], {
    cwd: folder,
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = `${said}${text}`.slice(-20_000)));
  const ended = new Promise<Ended>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  let over: Ended | null = null;
  void ended.then((end) => (over = end));
  for (const deadline = Date.now() + START_MS; ; await pause(20)) {
    const code = /\/t\/([2-9A-Z]{5,8})/.exec(said)?.[1];
    if (code !== undefined) {
      const kill = (signal: NodeJS.Signals) => void child.kill(signal);
      const stop = () => (kill('SIGTERM'), ended);
      const url = `http://127.0.0.1:${port}`;
      return { kind: 'serving', server: { url, code, pid: child.pid ?? 0, said: () => said, kill, ended, stop } };
    }
    if (over !== null) return { kind: 'ended', said, ...(over as Ended) }; // TypeScript does not follow the callback
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the server printed no tell link:\n${said}`);
    }
  }
}
