import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import type { Engine, Fault } from './fault';
import { Installation } from './parts/installation';
import { Ledger, type Counts } from './parts/ledger';
import type { Stage } from './stage';

/** What came of a fault on one engine. */
export interface Row extends Counts {
  readonly fault: string;
  readonly engine: Engine;
  readonly rounds: number;
  readonly seconds: number;
  /** Sentences about what should have been and was not; empty = survived. */
  readonly missed: readonly string[];
}

/** Plays one fault and takes everything down again. @param newDatabase an empty PostgreSQL database of its own */
export async function runFault(
  fault: Fault,
  {
    engine,
    rounds,
    seed,
    newDatabase,
  }: { engine: Engine; rounds: number; seed: string; newDatabase: () => Promise<string> },
): Promise<Row> {
  const started = performance.now();
  const ledger = new Ledger();
  const missed: string[] = [];
  const undo: (() => Promise<void> | void)[] = [];
  const stage: Stage = {
    engine,
    rounds,
    ledger,
    random: seededRandom(`faults/${fault.name}/${engine}/${seed}`),
    afterwards: (step) => void undo.push(step),
    expect: (met, otherwise) => void (met || missed.push(otherwise)),
    async install(where) {
      const folder = where ?? mkdtempSync(join(tmpdir(), 'sheaf-fault-'));
      chmodSync(folder, 0o755);
      if (where === undefined) undo.push(() => rmSync(folder, { recursive: true, force: true }));
      const installation = await Installation.make(folder, engine === 'postgres' ? await newDatabase() : null);
      undo.push(() => installation.down());
      return installation;
    },
  };
  try {
    await fault.run(stage);
  } catch (error) {
    missed.push(error instanceof Error ? `it broke off: ${error.stack ?? error.message}` : 'it broke off');
  }
  for (const step of undo.reverse()) await step();
  const counts = ledger.counts();
  if (counts.wrongly_refused > 0) missed.push(`refused as ${ledger.refusals().join(', ')}`);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { fault: fault.name, engine, rounds, ...counts, seconds, missed };
}

/** Nothing lost, doubled or refused, and nothing that was expected missed. */
export function survived({ lost, duplicated, wrongly_refused, missed }: Row): boolean {
  return lost + duplicated + wrongly_refused + missed.length === 0;
}
