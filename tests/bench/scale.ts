import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { programArguments } from '../../scripts/arguments.mjs';
import { Devices, fetcherOf, pushAll } from './ingest/devices';
import { fdatasyncRate, folderOnDisk } from './ingest/disk';
import { madeStories, textOf } from './ingest/made-stories';
import { cpuSeconds, familyCpuSeconds } from './ingest/process-facts';
import { openRelay } from './ingest/relay';
import { ownInstallation, type Engine } from './ingest/sheaf';
import { machine, printLine, quantile } from './parts/figures';

/**
 * What more processes on one PostgreSQL bring: 1, 2 and 3 of them share one database and one SHEAF_DATA behind a balancer
 * that hands on connections in turn, one process on the embedded database beside them. All of them stand ready the whole
 * time and are asked in turn, so that a busy machine is busy for all. Everything runs on this one machine, devices too.
 */
const { values: flags } = programArguments({
  usage: 'npm run bench -- scale',
  does: 'Stories a second by several processes on one PostgreSQL, beside one process on the embedded database.',
  lists: ['processes'],
  numbers: ['n', 'rounds', 'processes'],
  options: {
    n: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '7' },
    processes: { type: 'string', default: '1,2,3' },
  },
});
const n = Number(flags.n);
const WAY = { batch: 50, connections: 8, inFlight: 1 };
const folder = folderOnDisk();

interface Candidate {
  readonly engine: Engine;
  readonly processes: number;
  readonly devices: Devices;
  readonly code: string;
  readonly cpu: () => number;
  readonly databaseCpu: () => number;
  readonly close: () => Promise<void>;
  readonly rounds: { seconds: number; cpu: number; databaseCpu: number; ms: readonly number[] }[];
}

async function open(engine: Engine, processes: number): Promise<Candidate> {
  const { ports, pids, code, database, stop } = await ownInstallation(
    join(folder, `${engine}-${processes}`),
    engine,
    processes,
  );
  const balancer = await openRelay(ports);
  return {
    engine,
    processes,
    code,
    devices: new Devices(fetcherOf(balancer.port), code),
    cpu: () => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0),
    databaseCpu: () => (database === null ? 0 : familyCpuSeconds(database.process.pid ?? 0)),
    async close() {
      await balancer.close();
      await stop();
    },
    rounds: [],
  };
}

const candidates: Candidate[] = [];
try {
  candidates.push(await open('sqlite', 1));
  for (const processes of flags.processes.split(',')) candidates.push(await open('postgres', Number(processes)));
  const disk: number[] = [];
  // The first round warms up.
  for (let round = 0; round <= Number(flags.rounds); round += 1) {
    disk.push(fdatasyncRate(folder));
    for (const candidate of candidates) {
      const texts: string[] = [];
      const seed = `${flags.seed}/${round}/${candidate.engine}/${candidate.processes}`;
      for await (const item of madeStories(candidate.code, n, seed)) texts.push(textOf(item));
      const cpu = candidate.cpu();
      const databaseCpu = candidate.databaseCpu();
      const pushed = await pushAll(candidate.devices, texts, WAY);
      if (round === 0) continue;
      candidate.rounds.push({
        ...pushed,
        cpu: candidate.cpu() - cpu,
        databaseCpu: candidate.databaseCpu() - databaseCpu,
      });
    }
  }
  const one = candidates.find(({ engine, processes }) => engine === 'postgres' && processes === 1);
  for (const { engine, processes, rounds } of candidates) {
    const seconds = rounds.map((round) => round.seconds);
    printLine({
      bench: 'scale',
      figure: 'stories_per_s',
      engine,
      processes,
      ...WAY,
      n,
      rounds: rounds.length,
      stories_per_s: Math.round(n / median(seconds)),
      push_p50_ms: quantile(
        rounds.flatMap(({ ms }) => ms),
        0.5,
      ),
      push_p99_ms: quantile(
        rounds.flatMap(({ ms }) => ms),
        0.99,
      ),
      vs_one_process: round2(median(seconds.map((each, i) => (one?.rounds[i]?.seconds ?? Number.NaN) / each))),
      app_cpu_ms_per_story: round2((1000 * median(rounds.map(({ cpu }) => cpu))) / n),
      database_cpu_ms_per_story: round2((1000 * median(rounds.map(({ databaseCpu }) => databaseCpu))) / n),
      fdatasync_per_s: disk,
      seed: flags.seed,
      machine: machine(),
    });
  }
} finally {
  for (const candidate of candidates) await candidate.close();
  rmSync(folder, { recursive: true, force: true });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((p, q) => p - q);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round2(value: number): number {
  return Number(value.toFixed(2));
}
