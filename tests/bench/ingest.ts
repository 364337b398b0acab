import { rmSync } from 'node:fs';
import type { PushItem } from '$lib/protocol/push';
import { programArguments } from '../../scripts/arguments.mjs';
import { Devices, fetcherOf, pushAll, type Way } from './ingest/devices';
import { fdatasyncRate, folderOnDisk } from './ingest/disk';
import type { Line } from './ingest/far';
import { growthAfterWarmUp } from './ingest/growth';
import { deviceWith } from './ingest/idle';
import { madeStories, textOf } from './ingest/made-stories';
import { openPouchDb, POUCHDB, type Peer } from './ingest/pouchdb';
import { cpuSeconds, rssMb } from './ingest/process-facts';
import { openRelay } from './ingest/relay';
import { engineOf, ownInstallation } from './ingest/sheaf';
import { machine, printLine, quantile } from './parts/figures';

/**
 * How many stories a second a built server stores on a real disk, end to end through HTTP, beside PouchDB replicating the
 * same stories to express-pouchdb: both in turn, so that a busy machine is busy for both; what they put on the wire; and
 * whether the server's memory stays. One JSON line per figure, the last one holds the summary.
 */
const { values: flags } = programArguments({
  usage: 'npm run bench -- ingest',
  does: 'Pushes stories into a built server, beside PouchDB replicating the same ones. --only takes a batch and connections, 50x1 say.',
  numbers: ['n', 'rounds', 'rss'],
  choices: { engine: ['sqlite', 'postgres'] },
  options: {
    n: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '7' },
    engine: { type: 'string', default: 'sqlite' },
    /** Batch and connections of the one way to be compared, e.g. 50x1; none of the other figures is taken. */
    only: { type: 'string' },
    /** Stories over which the memory is watched. */
    rss: { type: 'string', default: '200000' },
  },
});
const n = Number(flags.n);
const rounds = Number(flags.rounds);
const engine = engineOf(flags.engine);

/** Between a family hub and a server elsewhere: there and back in 40 ms. */
const HUB: Line = { delayMs: 20, megabitsPerSecond: 10 };

/** A push of the protocol holds 50 stories at most: 500 are ten of them in flight at once. */
const WAYS: readonly (Way & { readonly stories: number; readonly peerBatch: number })[] = [
  { batch: 1, connections: 1, inFlight: 1, stories: Math.ceil(n / 20), peerBatch: 1 },
  { batch: 1, connections: 8, inFlight: 1, stories: Math.ceil(n / 10), peerBatch: 1 },
  { batch: 50, connections: 1, inFlight: 1, stories: n, peerBatch: 50 },
  { batch: 50, connections: 8, inFlight: 1, stories: n, peerBatch: 50 },
  { batch: 50, connections: 1, inFlight: 10, stories: n, peerBatch: 500 },
  { batch: 50, connections: 8, inFlight: 10, stories: n, peerBatch: 500 },
];

const folder = folderOnDisk();
const sheaf = await ownInstallation(folder, engine);
const [port = 0] = sheaf.ports;
const [pid = 0] = sheaf.pids;
const peer = await openPouchDb(folder);
if (peer === null) process.stderr.write('PouchDB could not be installed: figures of Sheaf alone.\n');
const devices = new Devices(fetcherOf(port), sheaf.code);

try {
  const ratios = new Map<Way, number>();
  await round('warm-up', WAYS[2], 1000);
  for (const way of WAYS) {
    const { batch, connections, inFlight } = way;
    if (flags.only === undefined || flags.only === `${batch * inFlight}x${connections}`) {
      ratios.set(way, await compared(way));
    }
  }
  if (flags.only === undefined) await others(ratios);
} finally {
  await peer?.close();
  await sheaf.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function others(ratios: ReadonlyMap<Way, number>): Promise<void> {
  const wire = await onTheWire();
  const far = await onALine();
  const memory = await watched(Number(flags.rss));
  const [, , fifty] = WAYS;
  print({
    figure: 'summary',
    n,
    rounds,
    batch50_vs_pouchdb: fifty === undefined ? null : (ratios.get(fifty) ?? null),
    ...wire,
    ...far,
    ...memory,
    peer: POUCHDB,
    fdatasync_per_s: fdatasyncRate(folder),
  });
}

interface Round {
  readonly seconds: number;
  /** Processor seconds of the server, and of the devices in this process. */
  readonly cpu: number;
  readonly deviceCpu: number;
  readonly ms: readonly number[];
  readonly peerSeconds: number;
  readonly peerCpu: number;
  readonly peerDeviceCpu: number;
}

/** The same stories by both, one after the other; who begins changes from round to round. */
async function round(seed: string, way: Way | undefined, stories: number, peerBatch = 50): Promise<Round> {
  if (way === undefined) throw new Error('no such way');
  const items = await all(madeStories(sheaf.code, stories, `${flags.seed}/${seed}`));
  const texts = items.map(textOf);
  const ours = async () => {
    const cpu = cpuSeconds(pid);
    const own = cpuSeconds(process.pid);
    const pushed = await pushAll(devices, texts, way);
    return { ...pushed, cpu: cpuSeconds(pid) - cpu, deviceCpu: cpuSeconds(process.pid) - own };
  };
  const theirs = async ({ pid: theirPid, prepare }: Pick<Peer, 'pid' | 'prepare'>) => {
    const replication = await prepare(items, way.connections);
    const cpu = cpuSeconds(theirPid);
    const own = cpuSeconds(process.pid);
    const { seconds, written } = await replication.run(peerBatch);
    const peerCpu = cpuSeconds(theirPid) - cpu;
    const peerDeviceCpu = cpuSeconds(process.pid) - own;
    if (written !== stories) throw new Error(`PouchDB wrote ${written} of ${stories} stories`);
    await replication.end();
    return { peerSeconds: seconds, peerCpu, peerDeviceCpu };
  };
  const none = { peerSeconds: Number.NaN, peerCpu: Number.NaN, peerDeviceCpu: Number.NaN };
  const beside = () =>
    peer === null ? Promise.resolve(none) : theirs({ pid: peer.pid, prepare: peer.prepare.bind(peer) });
  if (seed.endsWith('1')) {
    const their = await beside();
    return { ...(await ours()), ...their };
  }
  return { ...(await ours()), ...(await beside()) };
}

/** Prints one way's figures. @returns how many times as many stories a second as PouchDB, the median over the rounds */
async function compared(way: (typeof WAYS)[number]): Promise<number> {
  const { batch, connections, inFlight, stories, peerBatch } = way;
  const name = `${batch}/${connections}/${inFlight}`;
  const done: Round[] = [];
  const disk: number[] = [];
  for (let number = 0; number < rounds; number += 1) {
    disk.push(fdatasyncRate(folder));
    done.push(await round(`${name}/${number}`, way, stories, peerBatch));
  }
  const ratio = median(done.map(({ seconds, peerSeconds }) => peerSeconds / seconds));
  const ms = done.flatMap((one) => one.ms);
  print({
    figure: 'stories_per_s',
    batch: batch * inFlight,
    connections,
    ...(inFlight === 1 ? {} : { pushes_in_flight: inFlight, stories_per_push: batch }),
    n: stories,
    rounds,
    stories_per_s: Math.round(stories / median(done.map(({ seconds }) => seconds))),
    push_p50_ms: quantile(ms, 0.5),
    push_p99_ms: quantile(ms, 0.99),
    server_cpu_ms_per_story: rounded((1000 * median(done.map(({ cpu }) => cpu))) / stories, 3),
    device_cpu_ms_per_story: rounded((1000 * median(done.map(({ deviceCpu }) => deviceCpu))) / stories, 3),
    vs_pouchdb: rounded(ratio),
    vs_pouchdb_each_round: done.map(({ seconds, peerSeconds }) => rounded(peerSeconds / seconds)),
    pouchdb: {
      batch_size: peerBatch,
      stories_per_s: Math.round(stories / median(done.map(({ peerSeconds }) => peerSeconds))),
      server_cpu_ms_per_story: rounded((1000 * median(done.map(({ peerCpu }) => peerCpu))) / stories, 3),
      device_cpu_ms_per_story: rounded((1000 * median(done.map(({ peerDeviceCpu }) => peerDeviceCpu))) / stories, 3),
    },
    fdatasync_per_s: disk,
  });
  return rounded(ratio);
}

/** Bytes both put on the wire for the same stories, by batches of 50, and to find out that there is nothing to send. */
async function onTheWire() {
  const stories = Math.min(n, 2000);
  const wire = await openRelay([port]);
  const fetcher = fetcherOf(wire.port);
  const items = await all(madeStories(sheaf.code, stories, `${flags.seed}/wire`));
  const { device, pass } = await deviceWith(items, sheaf.code, fetcher);
  const token = await pass();
  if (token.stored !== stories) throw new Error(`a device stored ${token.stored} of ${stories} stories`);
  const ours = wire.taken();
  const idle = await pass();
  if (idle.next.kind !== 'nothing_left') throw new Error('a device with nothing to send had something to do');
  const noop = wire.taken();
  // As after a restore that lost nothing: all is offered again, all is there.
  await device.outbox.offerAgain('another epoch');
  const again = await pass();
  if (again.stored !== stories) throw new Error(`a device heard of ${again.stored} of ${stories} stories`);
  const offered = wire.taken();
  const one = await all(madeStories(sheaf.code, 1, `${flags.seed}/one`));
  const texts = one.map(textOf);
  await devices.push(texts);
  await new Devices(fetcher, sheaf.code).push(texts, 'already');
  wire.taken();
  const alone = new Devices(fetcher, sheaf.code);
  await alone.push(texts, 'already');
  wire.taken();
  await alone.push(texts, 'already');
  const oneAgain = wire.taken();
  await wire.close();
  const their = peer === null ? null : await theirWire(peer, items);
  const figures = {
    bytes_vs_pouchdb: their === null ? null : rounded(ours / their.bytes, 3),
    noop_bytes: noop,
    noop_bytes_pouchdb: their?.noop ?? null,
  };
  print({
    figure: 'bytes',
    n: stories,
    ...figures,
    bytes_per_story: Math.round(ours / stories),
    bytes_per_story_pouchdb: their === null ? null : Math.round(their.bytes / stories),
    json_bytes_per_story: Math.round(items.reduce((sum, item) => sum + JSON.stringify(item).length, 0) / stories),
    reoffer_bytes_per_story: Math.round(offered / stories),
    reoffer_one_story_bytes: oneAgain,
  });
  return figures;
}

/** The same by batches of 50 where there is a way between: one after the other, over the same kind of line. */
async function onALine() {
  const stories = Math.min(n, 2000);
  const ratios: number[] = [];
  const ours: number[] = [];
  for (let number = 0; number < rounds; number += 1) {
    const items = await all(madeStories(sheaf.code, stories, `${flags.seed}/line/${number}`));
    const wire = await openRelay([port], HUB);
    const far = new Devices(fetcherOf(wire.port), sheaf.code);
    const { seconds } = await pushAll(far, items.map(textOf), { batch: 50, connections: 1, inFlight: 1 });
    await wire.close();
    ours.push(seconds);
    if (peer !== null) ratios.push((await theirSeconds(peer, items)) / seconds);
  }
  const figures = { batch50_on_a_line_vs_pouchdb: ratios.length === 0 ? null : rounded(median(ratios)) };
  print({
    figure: 'on_a_line',
    there_and_back_ms: 2 * HUB.delayMs,
    megabits_per_s: HUB.megabitsPerSecond,
    n: stories,
    rounds,
    stories_per_s: Math.round(stories / median(ours)),
    ...figures,
    each_round: ratios.map((ratio) => rounded(ratio)),
  });
  return figures;
}

async function theirSeconds(other: Peer, items: readonly PushItem[]): Promise<number> {
  const wire = await openRelay([other.port], HUB);
  const replication = await other.prepare(items, 1, wire.port);
  const { seconds } = await replication.run(50);
  await replication.end();
  await wire.close();
  return seconds;
}

async function theirWire(other: Peer, items: readonly PushItem[]): Promise<{ bytes: number; noop: number }> {
  const wire = await openRelay([other.port]);
  const replication = await other.prepare(items, 1, wire.port);
  wire.taken();
  await replication.run(50);
  const bytes = wire.taken();
  await replication.run(50);
  const noop = wire.taken();
  await replication.end();
  await wire.close();
  return { bytes, noop };
}

/** The server's memory while it takes that many stories. */
async function watched(stories: number) {
  const samples: [number, number][] = [];
  let sent = 0;
  async function* counted() {
    for await (const item of madeStories(sheaf.code, stories, `${flags.seed}/memory`)) {
      if (sent % 1000 === 0) samples.push([sent, rssMb(pid)]);
      sent += 1;
      yield textOf(item);
    }
  }
  await pushAll(devices, counted(), { batch: 50, connections: 8, inFlight: 1 });
  const { growthMb, mbPer100k, lowestMb, highestMb, samples: used } = growthAfterWarmUp(samples, stories);
  print({
    figure: 'rss',
    stories,
    rss_growth_mb: rounded(growthMb),
    mb_per_100k_stories: rounded(mbPer100k),
    rss_lowest_mb: rounded(lowestMb),
    rss_highest_mb: rounded(highestMb),
    rss_every_tenth_mb: samples.filter((_, i) => i % Math.ceil(samples.length / 10) === 0).map(([, mb]) => rounded(mb)),
    samples: used,
  });
  return { rss_growth_mb: rounded(growthMb), rss_stories: stories };
}

async function all<T>(made: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const each of made) list.push(each);
  return list;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((p, q) => p - q);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

function print(line: object): void {
  printLine({ bench: 'ingest', engine, ...line, seed: flags.seed, machine: machine() });
}
