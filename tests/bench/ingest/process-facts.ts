import { readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts for /proc on every machine (proc(5)). */
const TICKS = 100;

/** Resident memory of a process in MB; NaN where there is no /proc. */
export function rssMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN) / 1024;
}

/** Processor seconds a process has used, and its children that have ended. */
export function cpuSeconds(pid: number): number {
  // The name in brackets may hold anything; user and system time are the 12th and 13th field after it.
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // no such process, or no Linux
  }
}
