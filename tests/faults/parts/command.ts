import { spawn } from 'node:child_process';
import type { Installation } from './installation';

export interface Said {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

/** A verb of the built command line over an installation. */
export function command(
  { data, database }: Pick<Installation, 'data' | 'database'>,
  args: readonly string[],
): { readonly kill: () => void; readonly ended: Promise<Said> } {
  const child = spawn(process.execPath, ['build/cli.js', ...args], {
    env: { ...process.env, SHEAF_DATA: data, DATABASE_URL: database ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = new Promise<Said>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, said })));
  return { kill: () => void child.kill('SIGKILL'), ended };
}
