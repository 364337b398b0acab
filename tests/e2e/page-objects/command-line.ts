import { execFileSync } from 'node:child_process';

/** The command line as a steward types it, on the data folder of a running server; what it printed. */
export function sheaf(data: string, ...args: string[]): string {
  return execFileSync(process.execPath, ['build/cli.js', ...args], {
    env: { ...process.env, SHEAF_DATA: data },
    encoding: 'utf8',
  });
}
