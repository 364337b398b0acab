import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks a second, as Linux counts for /proc on every machine (proc(5)). */
const TICKS = 100;

/** Resident memory of a process in MB; NaN where there is no /proc. */
export function rssMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN) / 1024;
}

/** Processor seconds a process has used. */
export function cpuSeconds(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** The same with the processes it has started, whether they still run or not. */
export function familyCpuSeconds(pid: number): number {
  const ended = (Number(statOf(pid)[13]) + Number(statOf(pid)[14])) / TICKS;
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(statOf(Number(name))[1]) === pid);
  return running.reduce((sum, child) => sum + cpuSeconds(Number(child)), cpuSeconds(pid) + ended);
}

/** The fields behind the name, which stands in brackets and may hold anything: state, parent, ... */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // no such process, or no Linux
  }
}
