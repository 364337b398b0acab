import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import type { Fault } from '../fault';
import { PORTALS, chaosProxy, type Weather } from '../parts/chaos-proxy';
import { LoadDevice } from '../parts/device-load';
import { lineTo } from '../parts/line';
import { verify } from '../parts/verify';
import type { Stage } from '../stage';

const PHONES = 2;
const TOLD = 6;
const MOST_PASSES = 40;

/**
 * Phones (the product's store and sync) tell through a line in some weather; then the sky clears, and everything has to
 * have arrived once, with nothing left waiting.
 */
async function through(stage: Stage, draw: (random: SeededRandom) => Weather, flapMs: number | null): Promise<void> {
  const { install, rounds, random, ledger, expect, afterwards } = stage;
  const here = await install();
  const server = await here.start();
  let clear = false;
  const line = await chaosProxy(here.port, () => (clear ? { kind: 'calm' } : draw(random)));
  afterwards(() => line.close());
  for (let round = 0; round < rounds; round += 1) {
    clear = false;
    const flapping = flapMs === null ? undefined : setInterval(() => line.cut(random.below(100)), flapMs);
    const phones = await Promise.all(
      Array.from({ length: PHONES }, async () => {
        const origin = () => `http://127.0.0.1:${line.port}`;
        const phone = await LoadDevice.open(lineTo(origin, 3_000), ledger);
        for (let told = 0; told < TOLD; told += 1) {
          await phone.tell(random, server.code);
          await phone.pass(told % 2 === 1);
        }
        return phone;
      }),
    );
    clearInterval(flapping);
    clear = true;
    for (const phone of phones) {
      let waiting = await phone.settle();
      for (let pass = 0; waiting > 0 && pass < MOST_PASSES; pass += 1) {
        await phone.pass(true);
        waiting = await phone.settle();
        if (waiting > 0) await pause(50);
      }
      expect(waiting === 0, `${waiting} stories still wait on a phone although the line is good again`);
      phone.close();
    }
  }
  await server.stop();
  await verify(here, ledger);
}

const network = (
  name: string,
  lines: readonly number[],
  draw: (random: SeededRandom) => Weather,
  { flapMs = null, short = 1 }: { flapMs?: number | null; short?: number } = {},
): Fault => ({
  name,
  lines,
  engines: ['sqlite', 'postgres'],
  short,
  run: (stage) => through(stage, draw, flapMs),
});

const sometimes = (random: SeededRandom, bad: () => Weather): Weather =>
  random.below(3) === 0 ? { kind: 'calm' } : bad();

/** The answer is lost after the server has committed. */
export const answerLost = network('answer-lost', [4], (random) => sometimes(random, () => ({ kind: 'answer_lost' })), {
  short: 0,
});

/** The answer, or the question, ends in the middle. */
export const truncated = network('truncated', [5], (random) =>
  sometimes(random, () =>
    random.below(2) === 0
      ? { kind: 'truncate', bytes: random.below(900) }
      : { kind: 'question_cut', bytes: random.below(1500) },
  ),
);

/** Connections die every 300 ms, answers are late. */
export const flapping = network(
  'flapping',
  [19],
  (random) => sometimes(random, () => ({ kind: 'delay', ms: random.below(400) })),
  { flapMs: 300, short: 0 },
);

/** Somebody else answers: pages, redirects, JSON that is not ours. */
export const portal = network('portal', [20], (random) =>
  sometimes(random, () => ({ kind: 'portal', answer: PORTALS[random.below(PORTALS.length)] ?? '' })),
);
